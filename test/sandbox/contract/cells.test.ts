import { FORMATS } from '../../../src/contract/cases/formats.ts';
import { VALIDATION } from '../../../src/contract/cases/validation.ts';
import { VALUES } from '../../../src/contract/cases/values.ts';
import { playContract } from './play-contract.ts';

playContract(VALUES);
playContract(FORMATS);
playContract(VALIDATION);
