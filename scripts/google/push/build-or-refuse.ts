import type { Bundle } from '../../replay/open-world.ts';
import { CommandRefused } from '../commands/command.ts';
import type { Workshop } from '../project/workshop.ts';

/** A fault in the sources, as esbuild tells it. */
interface SourceFault {
  readonly text: string;
  readonly location: { readonly file: string; readonly line: number } | null;
}

/** What the workshop builds. Throws a CommandRefused that names each fault in the sources with its file and line. */
export async function buildOrRefuse(workshop: Workshop): Promise<Bundle> {
  try {
    return await workshop.build();
  } catch (error) {
    const { errors, message = String(error) } = (error ?? {}) as { errors?: unknown; message?: string };
    const why = Array.isArray(errors) && errors.length > 0 ? errors.map(describe).join('; ') : message;
    throw new CommandRefused(
      `Nothing was pushed, for the add-on cannot be built: ${why.replace(/\.$/, '')}. Put that right, then run the command again.`,
      undefined,
      { cause: error },
    );
  }
}

function describe({ text, location }: SourceFault): string {
  return location === null ? text : `${location.file}, line ${location.line}: ${text}`;
}
