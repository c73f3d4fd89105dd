/**
 * What a service call is to the platform. `read` and `write` touch cells, properties, cache, mail or
 * Drive; `flush` commits; `lock` and `wait` touch only the order of executions; `free` touches nothing.
 * All but `free` calls count as service calls for faults and for interleaving.
 */
export type CallKind = 'read' | 'write' | 'flush' | 'lock' | 'wait' | 'free';

/** Nominal costs in milliseconds: by method name where one is given, else by kind. */
export interface CallCosts {
  readonly kinds: Readonly<Record<CallKind, number>>;
  readonly methods: Readonly<Record<string, number>>;
  /** Milliseconds for each 1,000 cells that a call reads or writes, on top of the call itself. */
  readonly perThousandCells: { readonly read: number; readonly write: number };
}

/**
 * Orders of magnitude from published measurements (developers' benchmarks of 2010 to 2019 and Google's
 * best practices); creating, opening, sharing and mailing have no published figures and are assumed.
 * A flush is charged only when something waits to be committed.
 *
 * Of cells there are two published measurements. 1,000 cells read and 1,000 written in one call each took about
 * 125 ms together, calls included (bugbugnow.net, 2019-03), which leaves about 10 ms for 1,000 cells; writing 4,000
 * cells and a flush took 610 ms (Stack Overflow, "What is faster: ScriptDb or SpreadsheetApp?", 2013), about 20 ms
 * for 1,000 beside the call and the flush. Long texts are slower than that: read the times as orders of magnitude.
 */
export const DEFAULT_CALL_COSTS: CallCosts = {
  kinds: { read: 50, write: 50, flush: 500, lock: 0, wait: 0, free: 0 },
  perThousandCells: { read: 10, write: 20 },
  methods: {
    'Properties.getProperty': 30,
    'Properties.getProperties': 30,
    'Properties.getKeys': 30,
    'Properties.setProperty': 60,
    'Properties.setProperties': 60,
    'Properties.deleteProperty': 60,
    'Properties.deleteAllProperties': 60,
    'Cache.get': 3,
    'Cache.getAll': 3,
    'Cache.put': 90,
    'Cache.putAll': 90,
    'Cache.remove': 90,
    'Cache.removeAll': 90,
    'SpreadsheetApp.create': 1000,
    'SpreadsheetApp.openById': 1000,
    'SpreadsheetApp.openByUrl': 1000,
    'FormApp.create': 1000,
    'FormApp.openById': 1000,
    'FormApp.openByUrl': 1000,
    'Form.setDestination': 1000,
    'MailApp.sendEmail': 1000,
    'DriveApp.createFolder': 1000,
    'File.addViewer': 1000,
    'File.addViewers': 1000,
    'File.addEditor': 1000,
    'File.addEditors': 1000,
    'File.removeViewer': 1000,
    'File.removeEditor': 1000,
    'File.setTrashed': 1000,
    'File.moveTo': 1000,
    'Spreadsheet.addViewer': 1000,
    'Spreadsheet.addViewers': 1000,
    'Spreadsheet.addEditor': 1000,
    'Spreadsheet.addEditors': 1000,
    'Spreadsheet.removeViewer': 1000,
    'Spreadsheet.removeEditor': 1000,
    'Session.getActiveUser': 1,
    'Session.getEffectiveUser': 1,
  },
};

/** How long one execution may take. Source: apps-script/guides/services/quotas. */
export const EXECUTION_LIMIT_MS = 6 * 60_000;

/** How long a simple trigger may take. Source: apps-script/guides/triggers. */
export const SIMPLE_TRIGGER_LIMIT_MS = 30_000;
