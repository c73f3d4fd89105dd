import type { NotChecked } from './outcome.ts';

/** Behaviours of the contract that one person cannot show by clicking, and why; those that matter can be seen by hand. */
export const NOT_CHECKED: readonly NotChecked[] = [
  {
    what: 'What an edited form response tells the trigger, and that the same row is written again',
    why: 'A response can be edited only in the form itself, and no script is told of what a script does.',
    byHand: 'Allow editing in a test form, edit a response, and compare its row with the Journal.',
  },
  {
    what: 'Which way of collecting addresses setCollectEmail(true) chooses',
    why: 'Scripts cannot ask for it: the Forms API can, which needs another scope.',
    byHand: 'Open the form’s settings: Collect email addresses should say Verified.',
  },
  {
    what: 'Whether sharing a file sends mail, and what becomes of addresses without a Google account',
    why: 'Nobody reads the mail of the address that the check shares its file with.',
    byHand: 'Share a snapshot with a second account of your own and look into its inbox.',
  },
  {
    what: 'Whether a copied spreadsheet brings its form along',
    why: 'The registry never copies a spreadsheet, and the copy would stay in your Drive.',
    byHand:
      'Copy a test registry (File > Make a copy), look for copies of its forms in your Drive, and delete all.',
  },
  {
    what: 'Whether a trigger hears who edited, where that is a person from outside the company',
    why: 'It takes a second person with an account elsewhere.',
    byHand: 'Let such an editor type into Notes and look at the author in the Journal.',
  },
  {
    what: 'Edit, change and form events: which fields they have, and that scripts cause none',
    why: 'Events come from people, not from scripts.',
    byHand: 'Type, paste, clear and sort in a test registry and look at what the Journal says.',
  },
  {
    what: 'Clock triggers: when they fire, and that they keep their time of day over a clock change',
    why: 'It takes days.',
    byHand: 'Look at the executions of the script project after a week.',
  },
  {
    what: 'Protections: whom they refuse',
    why: 'They never refuse the owner of the file, who runs the check.',
    byHand: 'Let an editor type into the Settings tab.',
  },
  {
    what: 'Stores and caches that are kept apart from person to person',
    why: 'It takes a second person.',
    byHand: '',
  },
  {
    what: 'Locks that keep other executions out, and executions side by side',
    why: 'It takes two executions at the same moment; a check that hits it by chance would show nothing.',
    byHand: 'Have two people approve leads at the same time.',
  },
  {
    what: 'How long it takes to send a mail',
    why: 'The check sends none.',
    byHand: 'Compare the times of a message on the Outbox tab with the executions of the script project.',
  },
  {
    what: 'Mail: too many recipients, too large a body, a quota that is used up',
    why: 'Where Google did not refuse it, the mail would go out.',
    byHand: '',
  },
  {
    what: 'Files of others, folders, trash',
    why: 'The registry asks for no access to Drive.',
    byHand: '',
  },
  {
    what: 'Values that google.script.run refuses',
    why: 'The registry passes only texts between its pages and the script.',
    byHand: '',
  },
  {
    what: 'Simple triggers: what they may call, their 30 seconds, a menu that is lost',
    why: 'They run when the file is opened or edited, not from a dialog.',
    byHand: '',
  },
  {
    what: 'Executions that Google ends, events that are lost or doubled, calls that fail',
    why: 'They cannot be caused on purpose.',
    byHand: '',
  },
  {
    what: 'Whether two project files may have the same name and different endings',
    why: 'The registry’s files have names of their own.',
    byHand: 'Push a script project of your own that has Test.js and Test.html with clasp.',
  },
];
