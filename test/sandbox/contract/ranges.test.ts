import { OBJECTS } from '../../../src/contract/cases/objects.ts';
import { RANGES } from '../../../src/contract/cases/ranges.ts';
import { TABS } from '../../../src/contract/cases/tabs.ts';
import { playContract } from './play-contract.ts';

playContract(RANGES);
playContract(TABS);
playContract(OBJECTS);
