import { ActionRefused } from '../../errors.ts';

/** The server does not know the page, which has to connect first. */
export class PageGone extends ActionRefused {
  constructor() {
    super('The connection to the local Workspace was lost. It is being made again.');
  }
}
