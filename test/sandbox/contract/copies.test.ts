import { COPIES } from '../../../src/contract/cases/copies.ts';
import { playContract } from './play-contract.ts';

playContract(COPIES);
