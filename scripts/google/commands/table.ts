import { access } from './access.ts';
import type { Command } from './command.ts';
import { exportBackup } from './export.ts';
import { importFiles } from './import.ts';
import { status } from './status.ts';
import { verify } from './verify.ts';

/** Every command of `npm run google`, in the order of its help. */
export const COMMANDS: readonly Command[] = [status, verify, importFiles, exportBackup, access];
