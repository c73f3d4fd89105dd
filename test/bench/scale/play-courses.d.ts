import { TestDoor } from '../../registry/support/test-door.ts';
/** Leads of one block: what is played once and then repeated under other names. */
export declare const BLOCK_LEADS = 20;
/** The day on which a scaled registry stands. */
export declare const TODAY = '2026-12-28';
/** Three years of one partner with so many leads in every state, journal and mail included. */
export declare function playLeads(): TestDoor;
/** Three years of one partner's monthly snapshots, with their mail. */
export declare function playSnapshots(): TestDoor;
