import type { ContractCase, ContractGroup } from '../case.ts';
import type { BehaviourResult, Expected, Observed, Verdict } from '../outcome.ts';
import type { Scratch } from '../scratch.ts';
import { isSame, toPlain, withoutAddresses } from './plain.ts';

/** Shows a behaviour and judges what was seen. Never throws for what the behaviour itself does. */
export function playCase(group: ContractGroup, one: ContractCase, scratch: Scratch): BehaviourResult {
  if (group.needs === 'an empty tab') scratch.empty();
  return judge(group, one, observe(one, scratch));
}

/** The behaviour as judged by what was seen of it. */
export function judge(group: ContractGroup, one: ContractCase, observed: Observed): BehaviourResult {
  const expected = expectedOf(one);
  const { title, source } = one;
  const verdict = verdictOf(expected, observed);
  return { kind: 'behaviour', group: group.title, title, source, verdict, expected, observed };
}

function observe(one: ContractCase, scratch: Scratch): Observed {
  let value: unknown;
  try {
    value = one.observe(scratch);
  } catch (error) {
    return refusal(error, false);
  }
  try {
    // Google keeps writes back, and with them their refusals.
    SpreadsheetApp.flush();
  } catch (error) {
    return refusal(error, true);
  }
  return { kind: 'returned', value: toPlain(value) };
}

function refusal(error: unknown, late: boolean): Observed {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'threw', message: withoutAddresses(message), late };
}

function expectedOf(one: ContractCase): Expected {
  return 'throws' in one ? { kind: 'threw', message: one.throws } : { kind: 'returned', value: one.returns };
}

function verdictOf(expected: Expected, observed: Observed): Verdict {
  if (expected.kind === 'returned') {
    const isExpected = observed.kind === 'returned' && isSame(expected.value, observed.value);
    return isExpected ? 'expected' : 'differs';
  }
  if (observed.kind === 'returned') return 'differs';
  return observed.message.includes(expected.message) && !observed.late ? 'expected' : 'differently told';
}
