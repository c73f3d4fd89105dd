import { normalEmail } from '../store/access.ts';
import type { SentMail } from '../world-state.ts';

/** True if the message is in the person's inbox. */
export function isRecipient(mail: SentMail, person: string): boolean {
  const email = normalEmail(person);
  return [...mail.to, ...mail.cc, ...mail.bcc].some((one) => normalEmail(addressIn(one)) === email);
}

/** The address of `Name <address>`, or of an address alone. */
function addressIn(text: string): string {
  return /<([^>]+)>\s*$/.exec(text)?.[1] ?? text;
}

/** Which messages people have opened; a message's number is its place in the list of all that were sent. */
export class MailMarks {
  readonly #read: Map<string, Set<number>>;

  constructor(read: Readonly<Record<string, readonly number[]>>) {
    this.#read = new Map(Object.entries(read).map(([person, mails]) => [person, new Set(mails)]));
  }

  /** True if the person has opened the message. */
  isRead(person: string, mail: number): boolean {
    return this.#read.get(normalEmail(person))?.has(mail) ?? false;
  }

  /** Marks a message as opened by a person, or as not. */
  mark(person: string, mail: number, isRead: boolean): void {
    const email = normalEmail(person);
    const marks = this.#read.get(email) ?? new Set();
    if (isRead) marks.add(mail);
    else marks.delete(mail);
    this.#read.set(email, marks);
  }

  /** How many messages a person has not opened. */
  countUnread(mails: readonly SentMail[], person: string): number {
    return mails.filter((mail, i) => isRecipient(mail, person) && !this.isRead(person, i)).length;
  }

  toJSON(): Record<string, readonly number[]> {
    return Object.fromEntries([...this.#read].map(([person, mails]) => [person, [...mails]]));
  }
}
