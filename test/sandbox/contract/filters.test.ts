import { FILTERS } from '../../../src/contract/cases/filters.ts';
import { playContract } from './play-contract.ts';

playContract(FILTERS);
