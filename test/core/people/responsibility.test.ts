import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Partner } from '../../../src/core/model/partner.ts';
import type { TeamMember } from '../../../src/core/model/team.ts';
import { coversFor } from '../../../src/core/people/covers-for.ts';
import { fewestPartnersManager } from '../../../src/core/people/fewest-partners-manager.ts';
import { roleOf } from '../../../src/core/people/find-member.ts';
import { responsibleFor } from '../../../src/core/people/responsible-for.ts';
import { ACME, day, email, member, SUSPENDED_ACME } from '../support/builders.ts';

const HEAD = member('head@one.example', 'head');
const ANA = member('ana@one.example', 'manager');
const BO = member('bo@one.example', 'manager');
const SAM = member('sam@one.example', 'sales');

/** Away from 2026-03-02 to 2026-03-06. */
function away(who: TeamMember, cover: TeamMember): TeamMember {
  return { ...who, away: { from: day('2026-03-02'), until: day('2026-03-06'), cover: cover.person } };
}

describe('responsibleFor', () => {
  const cases: readonly { name: string; team: readonly TeamMember[]; today: string; who: TeamMember }[] = [
    {
      name: 'the manager before the absence',
      team: [HEAD, away(ANA, BO), BO],
      today: '2026-03-01',
      who: ANA,
    },
    { name: 'the cover on the first day', team: [HEAD, away(ANA, BO), BO], today: '2026-03-02', who: BO },
    { name: 'the cover on the last day', team: [HEAD, away(ANA, BO), BO], today: '2026-03-06', who: BO },
    { name: 'the manager after it', team: [HEAD, away(ANA, BO), BO], today: '2026-03-07', who: ANA },
    {
      name: 'the head while the cover is away too',
      team: [HEAD, away(ANA, BO), away(BO, ANA)],
      today: '2026-03-04',
      who: HEAD,
    },
    {
      name: 'the head while the cover is inactive',
      team: [HEAD, away(ANA, BO), { ...BO, active: false }],
      today: '2026-03-04',
      who: HEAD,
    },
    {
      name: 'the head where the cover could not decide',
      team: [HEAD, away(ANA, SAM), SAM],
      today: '2026-03-04',
      who: HEAD,
    },
    {
      name: 'the head where the cover is not of the team',
      team: [HEAD, away(ANA, BO)],
      today: '2026-03-04',
      who: HEAD,
    },
    {
      name: 'the named cover of an inactive manager',
      team: [HEAD, { ...away(ANA, BO), active: false }, BO],
      today: '2026-09-01',
      who: BO,
    },
    {
      name: 'the head for an inactive manager without cover',
      team: [HEAD, { ...ANA, active: false }, BO],
      today: '2026-03-04',
      who: HEAD,
    },
    {
      name: 'the head for one who is no manager any more',
      team: [HEAD, { ...ANA, role: 'sales' }, BO],
      today: '2026-03-04',
      who: HEAD,
    },
    { name: 'the head for one who left the team', team: [HEAD, BO], today: '2026-03-04', who: HEAD },
    {
      name: 'the assigned person who became head',
      team: [HEAD, { ...ANA, role: 'head' }],
      today: '2026-03-04',
      who: ANA,
    },
    {
      name: 'a head who is there before one who is away',
      team: [away(HEAD, BO), member('zoe@one.example', 'head')],
      today: '2026-03-04',
      who: member('zoe@one.example', 'head'),
    },
    {
      name: 'the head although away, rather than nobody',
      team: [away(HEAD, BO)],
      today: '2026-03-04',
      who: HEAD,
    },
    {
      name: 'an active head before an inactive one',
      team: [{ ...HEAD, active: false }, member('zoe@one.example', 'head')],
      today: '2026-03-04',
      who: member('zoe@one.example', 'head'),
    },
    { name: 'the assigned address without any head', team: [BO], today: '2026-03-04', who: ANA },
  ];
  test.each(cases)('is $name', ({ team, today, who }) => {
    expect(responsibleFor(ACME, team, day(today))).toBe(who.person);
  });
});

describe('coversFor', () => {
  const team = [HEAD, away(ANA, BO), BO, SAM];
  test.each([
    { name: 'on the last day of absence', actor: BO, today: '2026-03-06', may: true },
    { name: 'not the day after', actor: BO, today: '2026-03-07', may: false },
    { name: 'not who was not named', actor: HEAD, today: '2026-03-04', may: false },
  ])('$name', ({ actor, today, may }) => {
    expect(coversFor(actor.person, ANA.person, { team, today: day(today) })).toBe(may);
  });
  test('a manager covers for one who is inactive, a seller for nobody', () => {
    const today = day('2026-09-01');
    const gone = { ...away(ANA, BO), active: false };
    expect(coversFor(BO.person, ANA.person, { team: [gone, BO], today })).toBe(true);
    const ofSales = { ...away(ANA, SAM), active: false };
    expect(coversFor(SAM.person, ANA.person, { team: [ofSales, SAM], today })).toBe(false);
  });
  test('whoever is responsible without being assigned is the cover or a head', () => {
    const anyMember = (who: TeamMember) =>
      fc
        .record({ active: fc.boolean(), isAway: fc.boolean(), cover: fc.constantFrom(ANA, BO, HEAD) })
        .map(({ active, isAway, cover }) => ({ ...(isAway ? away(who, cover) : who), active }));
    fc.assert(
      fc.property(anyMember(ANA), anyMember(BO), (ana, bo) => {
        const all = [HEAD, ana, bo];
        const today = day('2026-03-04');
        const who = responsibleFor(ACME, all, today);
        const legitimate =
          (who === ANA.person && ana.active) ||
          who === HEAD.person ||
          coversFor(who, ANA.person, { team: all, today });
        expect(legitimate).toBe(true);
      }),
    );
  });
});

describe('roleOf', () => {
  test('is that of an active member only', () => {
    expect(roleOf(BO.person, [BO])).toBe('manager');
    expect(roleOf(BO.person, [{ ...BO, active: false }])).toBeNull();
    expect(roleOf(email('kim@acme.example'), [BO])).toBeNull();
  });
});

describe('fewestPartnersManager', () => {
  const of = (manager: TeamMember, changes: Partial<Partner> = {}): Partner => ({
    ...(changes.status === 'Suspended' ? SUSPENDED_ACME : ACME),
    manager: manager.person,
  });
  const cases: readonly {
    name: string;
    team: readonly TeamMember[];
    partners: readonly Partner[];
    who: TeamMember | null;
  }[] = [
    { name: 'the one with fewer', team: [HEAD, ANA, BO], partners: [of(ANA)], who: BO },
    { name: 'the first address of a tie', team: [BO, ANA], partners: [of(ANA), of(BO)], who: ANA },
    {
      name: 'without counting suspended partners',
      team: [ANA, BO],
      partners: [of(ANA, { status: 'Suspended' }), of(BO)],
      who: ANA,
    },
    { name: 'never an inactive one', team: [{ ...ANA, active: false }, BO], partners: [of(BO)], who: BO },
    { name: 'never a head or a seller', team: [HEAD, SAM, BO], partners: [of(BO)], who: BO },
    { name: 'nobody without a manager', team: [HEAD, SAM], partners: [], who: null },
  ];
  test.each(cases)('chooses $name', ({ team, partners, who }) => {
    expect(fewestPartnersManager(team, partners)).toBe(who?.person ?? null);
  });
});
