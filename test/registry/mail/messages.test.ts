import { describe, expect, test } from 'vitest';
import type { RegistrationFacts } from '../../../src/core/model/registration.ts';
import { reviewEscalation, reviewReminder, reviewRequest } from '../../../src/registry/mail/lead-messages.ts';
import {
  asideToHead,
  joinRequestToHead,
  notAPartner,
  partnerAssigned,
} from '../../../src/registry/mail/partner-messages.ts';

const HEAD = 'head@one.example' as never;
const ANA = 'ana@one.example' as never;
const DAY = '2026-01-09' as never;
const REGISTRY = 'https://docs.google.com/spreadsheets/d/registry/edit';
const about = {
  lead: { id: 'L-0001', customer: 'Globex GmbH' } as unknown as RegistrationFacts,
  partnerName: 'Acme Consulting',
};

describe('A message that asks somebody of the team to act', () => {
  test.each([
    ['a review request', reviewRequest([ANA], about, DAY, 'clear', '', REGISTRY)],
    ['a reminder', reviewReminder([ANA], about, DAY, REGISTRY)],
    ['an escalation', reviewEscalation([HEAD], about, DAY, 'Ana (ana@one.example)', REGISTRY)],
    ['a request to join', joinRequestToHead([HEAD], 'Acme asks to join', 'P-001', [], REGISTRY)],
    ['an assignment', partnerAssigned(ANA, 'Acme', 'P-001', [], REGISTRY)],
    [
      'a request set aside',
      asideToHead([HEAD], 'x@else.example', 'Initech', 'U-0001', 'the address belongs to nobody', REGISTRY),
    ],
  ])('has the link of the registry: %s', (_name, { paragraphs }) => {
    expect(paragraphs.join('\n')).toContain(REGISTRY);
  });

  test('names in an escalation for whom the decision waits', () => {
    const { paragraphs } = reviewEscalation([HEAD], about, DAY, 'Ana (ana@one.example)', REGISTRY);
    expect(paragraphs[0]).toContain('waits for Ana (ana@one.example).');
  });

  test('says the verdict of the conflict check once, and ends a name’s abbreviation with one full stop', () => {
    const lead = { id: 'L-0001', customer: 'Solvang Aeroparts Inc.' } as unknown as RegistrationFacts;
    const { paragraphs } = reviewRequest(
      [ANA],
      { ...about, lead },
      DAY,
      'clear',
      'clear: no other',
      REGISTRY,
    );
    expect(paragraphs.slice(0, 2)).toEqual([
      'Acme Consulting registered Solvang Aeroparts Inc. Please decide by the end of 2026-01-09.',
      'Conflict check: clear: no other',
    ]);
  });

  test('ends the reason of a request set aside with one full stop', () => {
    const said = (why: string) => asideToHead([HEAD], 'x', 'Initech', 'U-0001', why, REGISTRY).paragraphs[0];
    expect(said('no address')).toMatch(/registered: no address\.$/);
    expect(said('The name is required.')).toMatch(/registered: The name is required\.$/);
  });
});

test('The answer to whoever is no partner has the link of the form to join', () => {
  const { paragraphs } = notAPartner(['x@else.example' as never], 'Initech', 'U-0001', 'https://forms/join');
  expect(paragraphs.join('\n')).toContain('https://forms/join');
});
