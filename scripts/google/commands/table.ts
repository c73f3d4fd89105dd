import { access } from './access.ts';
import type { Command } from './command.ts';
import { create } from './create.ts';
import { exportBackup } from './export.ts';
import { importFiles } from './import.ts';
import { push } from './push.ts';
import { status } from './status.ts';
import { verify } from './verify.ts';

/** Every command of `npm run google`, in the order of its help. */
export const COMMANDS: readonly Command[] = [create, push, status, verify, access, importFiles, exportBackup];
