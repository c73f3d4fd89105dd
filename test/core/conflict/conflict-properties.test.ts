import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleDomains } from '../../../src/core/conflict/assemble-domains.ts';
import { assembleLikenessKeys } from '../../../src/core/conflict/assemble-likeness-keys.ts';
import { checkConflicts } from '../../../src/core/conflict/check-conflicts.ts';
import type { ConflictWorld } from '../../../src/core/conflict/conflict-world.ts';
import { assembleCustomerKeys } from '../../../src/core/conflict/customer-keys.ts';
import { findDoubleHolders } from '../../../src/core/conflict/find-double-holders.ts';
import { foldText } from '../../../src/core/conflict/fold-text.ts';
import { isCertainPair } from '../../../src/core/conflict/is-certain-pair.ts';
import { measureLikeness } from '../../../src/core/conflict/measure-likeness.ts';
import { normaliseName } from '../../../src/core/conflict/normalise-name.ts';
import { parseCountry } from '../../../src/core/conflict/parse-country.ts';
import { prepareConflicts } from '../../../src/core/conflict/prepare-conflicts.ts';
import { sameCustomer } from '../../../src/core/conflict/same-customer.ts';
import type { Account } from '../../../src/core/model/account.ts';
import type { Registration } from '../../../src/core/model/registration.ts';
import { moment } from '../support/builders.ts';
import {
  account,
  active,
  converted,
  expired,
  judged,
  rejected,
  released,
  returned,
  submitted,
  withdrawn,
  world,
} from './build-conflict-world.ts';

const forms = fc.constantFrom(
  '',
  ' GmbH',
  ', Inc.',
  ' S.A.',
  ' & Co. KG',
  ' Ltd',
  ' Oy',
  '株式会社',
  ' B.V. & Co',
);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .tuple(fc.constantFrom('Globex', 'Ab', 'Ölwerk', 'Ромашка', 'SE', 'a b', '삼성'), forms, forms)
    .map((parts) => parts.join('')),
);

const names = fc.constantFrom(
  'Globex',
  'Globex GmbH',
  'Globbex',
  'Initech',
  'Initech SA',
  'Innitech',
  'Umbra Kreativ',
  '',
);
const websites = fc.constantFrom(
  '',
  '',
  'globex.example',
  'www.globex.example',
  'initech.example',
  'shared.example',
  'bit.ly/x',
);
const countries = fc.constantFrom('', '', 'Germany', 'DE', 'UK', 'France');
const partners = fc.constantFrom('P-001' as const, 'P-002' as const, 'P-003' as const);
const moments = fc
  .constantFrom('2026-01-01T10:00:00Z', '2026-01-02T10:00:00Z', '2026-01-03T10:00:00Z')
  .map(moment);

const facts = fc.record({
  customer: names,
  website: websites,
  country: countries,
  partner: partners,
  registeredAt: moments,
});
const makers = fc.constantFrom(
  submitted,
  returned,
  rejected,
  withdrawn,
  active,
  active,
  expired,
  (changes: Parameters<typeof active>[0]) => converted(changes),
  (changes: Parameters<typeof active>[0]) => released(changes, '2026-05-01'),
  (changes: Parameters<typeof active>[0]) => released(changes, '2026-06-01'),
);

const registrations = fc
  .array(fc.tuple(makers, facts), { minLength: 1, maxLength: 8 })
  .map((list) =>
    list.map(([make, changes], index): Registration => make({ ...changes, id: `L-000${index + 1}` })),
  );
const accounts = fc
  .array(
    fc.record({
      name: names,
      website: websites,
      country: countries,
      standing: fc.constantFrom('Customer' as const, 'Open opportunity' as const, 'Former' as const),
      sources: fc.constantFrom([], [], ['L-0001' as const], ['L-0001' as const, 'L-0002' as const]),
    }),
    { maxLength: 5 },
  )
  .map((list) => list.map((changes, index): Account => account({ ...changes, id: `A-000${index + 1}` })));
const answers = fc.array(fc.record({ left: fc.nat(), right: fc.nat(), same: fc.boolean() }), {
  maxLength: 3,
});

/** Worlds in which names, domains, countries, states and judgements meet often. */
const worlds: fc.Arbitrary<ConflictWorld> = fc
  .tuple(registrations, accounts, answers)
  .map(([leads, rows, given]) => {
    const records = [...leads, ...rows];
    const byPair = new Map(
      given.flatMap(({ left, right, same }) => {
        const [a, b] = [records[left % records.length], records[right % records.length]];
        return a === undefined || b === undefined || a.id === b.id
          ? []
          : [[[a.id, b.id].sort().join(), judged(same, a, b)] as const];
      }),
    );
    return world({ registrations: leads, accounts: rows, judgements: [...byPair.values()] });
  });

function verdictsOf(asked: ConflictWorld): readonly (readonly [string, unknown])[] {
  const prepared = prepareConflicts(asked);
  const ids = asked.registrations.map(({ registration }) => registration.id).sort();
  return ids.map((id) => [id, checkConflicts(prepared, id)]);
}

describe('normal forms', () => {
  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  test('the core of a core is itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { core } = normaliseName(text);
        expect(normaliseName(core).core).toBe(core);
      }),
      { numRuns: 1000 },
    );
  });

  test('a name with letters or digits never loses all of them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(foldText(text)));
        expect(normaliseName(text).core).not.toBe('');
      }),
    );
  });

  test('no website, address or country a person types is an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(assembleDomains(text, [text, `kim@${text}`], [text])).toBeInstanceOf(Array);
        expect(parseCountry(parseCountry(text))).toBe(parseCountry(text));
      }),
    );
  });

  test('reading a domain again gives the same domain', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.webUrl(), fc.string()), (text) => {
        for (const domain of assembleDomains(text, [], []))
          expect(assembleDomains(domain, [], [])).toEqual([domain]);
      }),
    );
  });
});

describe('likeness', () => {
  const keys = fc
    .record({ name: fc.oneof(names, texts), website: websites, country: countries })
    .map((facts) =>
      assembleLikenessKeys(assembleCustomerKeys({ ...facts, id: 'A-0001', emails: [], ownDomains: [] })),
    );

  test('is symmetric, and never certain', () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        const { score } = measureLikeness(a, b);
        expect(measureLikeness(b, a).score).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThan(1);
      }),
    );
  });
});

describe('verdicts', () => {
  test('do not depend on the order of records', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const turned = {
          ...given,
          registrations: [...given.registrations].reverse(),
          accounts: [...given.accounts].reverse(),
          judgements: [...given.judgements].reverse(),
        };
        expect(verdictsOf(turned)).toEqual(verdictsOf(given));
      }),
    );
  });

  test('do not change when an unrelated record is added', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const stranger = account({
          id: 'A-0099',
          name: 'Zzyzx Quarry',
          website: 'zzyzx.example',
          country: 'Peru',
        });
        expect(verdictsOf({ ...given, accounts: [...given.accounts, stranger] })).toEqual(verdictsOf(given));
      }),
    );
  });

  test('are the same whether records came at once or one by one', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const prepared = prepareConflicts({
          ...given,
          registrations: given.registrations.slice(0, 1),
          accounts: [],
          judgements: [],
        });
        checkConflicts(prepared, 'L-0001');
        for (const entry of given.registrations) prepared.upsertRegistration(entry);
        for (const each of given.accounts) prepared.upsertAccount(each);
        for (const judgement of given.judgements) prepared.upsertJudgement(judgement);
        const ids = given.registrations.map(({ registration }) => registration.id).sort();
        expect(ids.map((id) => [id, checkConflicts(prepared, id)])).toEqual(verdictsOf(given));
      }),
    );
  });

  test('of one customer are of one customer both ways', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const prepared = prepareConflicts(given);
        const ids = [
          ...given.registrations.map(({ registration }) => registration.id),
          ...given.accounts.map(({ id }) => id),
        ];
        for (const a of ids) {
          for (const b of ids) {
            expect(sameCustomer(prepared, a, b)).toBe(sameCustomer(prepared, b, a));
            expect(isCertainPair(prepared, a, b)).toBe(isCertainPair(prepared, b, a));
          }
        }
      }),
    );
  });

  test('report a double holder exactly where two holding registrations are held against each other', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const prepared = prepareConflicts(given);
        const pairs = findDoubleHolders(prepared);
        for (const { left, right } of pairs) {
          const against = checkConflicts(prepared, right).findings.filter(
            ({ verdict }) => verdict === 'held',
          );
          expect(against.map(({ record }) => record)).toContain(left);
        }
        const approving = given.registrations.flatMap(({ registration }) =>
          registration.status === 'Active' ? [registration.id] : [],
        );
        for (const id of approving) {
          const isHeld = checkConflicts(prepared, id).verdict === 'held';
          expect(isHeld).toBe(pairs.some(({ left, right }) => left === id || right === id));
        }
      }),
    );
  });
});
