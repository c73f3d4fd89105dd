import { describe, expect, test } from 'vitest';
import type { WorldState } from '../../../src/sandbox/world-state.ts';
import { ANA, HEAD, openRegistry } from '../open-registry.ts';
import { formOf, HANDLERS, handlersOf, scriptOf, sheetOf } from '../world-parts.ts';

describe('Setting up again', () => {
  test('changes nothing where everything is right', async () => {
    const registry = await openRegistry();
    const before = registry.snapshot();
    const report = registry.setUp();
    expect(registry.snapshot()).toEqual(before);
    expect(report).not.toContain('Made');
    expect(report).not.toContain('Repaired');
  });

  test('keeps the widths, columns and texts that people chose', async () => {
    const registry = await openRegistry();
    const { spreadsheetId } = registry;
    const changed = registry.tamper((world) => {
      const leads = sheetOf(world, 'Leads');
      leads.columnWidths = { ...leads.columnWidths, 5: 333 };
      formOf(world, 'Register a lead').description = 'Ours.';
    });
    const width = changed.workspace.table(spreadsheetId, 'Deals')[0]?.length ?? 0;
    changed.workspace.edit({
      spreadsheetId,
      as: HEAD,
      tab: 'Deals',
      row: 1,
      column: width + 1,
      value: 'Mine',
    });
    const before = changed.snapshot();
    changed.setUp();
    expect(changed.snapshot()).toEqual(before);
  });

  test('keeps the colour rules that people made, behind its own, and doubles none', async () => {
    const registry = await openRegistry();
    const rulesOf = ({ workspace }: typeof registry) => sheetOf(workspace.toJSON(), 'Leads').conditionalRules;
    const [first] = rulesOf(registry);
    if (first === undefined) throw new Error('The Leads tab has no colours.');
    const theirs = { ...first, type: 'TEXT_CONTAINS', values: ['Inc'], background: '#ffffff' };
    const changed = registry.tamper((world) => {
      const leads = sheetOf(world, 'Leads');
      leads.conditionalRules = [theirs, ...leads.conditionalRules];
    });
    changed.setUp();
    expect(rulesOf(changed)).toEqual([...rulesOf(registry), theirs]);
  });

  test('keeps the filter that people made of part of a tab', async () => {
    const registry = await openRegistry();
    const theirs = { row: 1, col: 2, rows: 50, cols: 4 };
    const changed = registry.tamper((world) => {
      sheetOf(world, 'Commissions').filter = theirs;
    });
    expect(changed.setUp()).not.toContain('Repaired');
    expect(sheetOf(changed.workspace.toJSON(), 'Commissions').filter).toEqual(theirs);
  });

  test('is refused to people who are no programme heads', async () => {
    const registry = await openRegistry();
    registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
    const before = registry.snapshot();
    expect(registry.setUp(ANA)).toBe(`Only a programme head may do this. Ask ${HEAD}.`);
    expect(registry.snapshot()).toEqual(before);
  });

  const repairs: readonly {
    readonly name: string;
    readonly damage: (world: WorldState) => void;
    readonly says: string;
  }[] = [
    {
      name: 'an emptied header',
      damage: (world) => {
        const sheet = sheetOf(world, 'Leads');
        sheet.rows = sheet.rows.map((row, i) =>
          i === 0 ? row.map((cell) => (cell === 'Customer' ? '' : cell)) : row,
        );
      },
      says: 'Tab "Leads": wrote the header "Customer" again.',
    },
    {
      name: 'the last header',
      damage: (world) => {
        const sheet = sheetOf(world, 'Settings');
        sheet.rows = sheet.rows.map((row) => row.slice(0, 2));
      },
      says: 'Tab "Settings": added the column "Meaning".',
    },
    {
      name: 'removed colours',
      damage: (world) => {
        sheetOf(world, 'Deals').conditionalRules = [];
      },
      says: 'Tab "Deals": put the colours of 1 column back.',
    },
    {
      name: 'a removed filter',
      damage: (world) => {
        delete sheetOf(world, 'Commissions').filter;
      },
      says: 'Tab "Commissions": put its filter back.',
    },
    {
      name: 'a removed dropdown',
      damage: (world) => {
        sheetOf(world, 'Deals').validations = {};
      },
      says: 'Tab "Deals": put 2 dropdowns back.',
    },
    {
      name: 'number formats',
      damage: (world) => {
        sheetOf(world, 'Receipts').formats = {};
      },
      says: 'Tab "Receipts": put 2 number formats right.',
    },
    {
      name: 'removed notes and looks of the headers',
      damage: (world) => {
        const sheet = sheetOf(world, 'Resources');
        sheet.notes = {};
        sheet.styles = {};
        sheet.frozenRows = 0;
      },
      says: 'Tab "Resources": wrote 3 notes again.',
    },
    {
      name: 'a shown state tab',
      damage: (world) => {
        sheetOf(world, '_state').hidden = false;
      },
      says: 'Tab "_state": hid it again.',
    },
    {
      name: 'a protection that was loosened',
      damage: (world) => {
        const sheet = sheetOf(world, 'Settings');
        sheet.protections = sheet.protections.map((one) => ({ ...one, warningOnly: true }));
      },
      says: 'The protection of the tab Settings.',
    },
    {
      name: 'a protection that lets others in',
      damage: (world) => {
        const sheet = sheetOf(world, 'Team');
        sheet.protections = sheet.protections.map((one) => ({
          ...one,
          editors: [...(one.editors ?? []), ANA],
        }));
      },
      says: 'The protection of the tab Team.',
    },
    {
      name: 'a warning that became hard',
      damage: (world) => {
        const sheet = sheetOf(world, 'Leads');
        sheet.protections = sheet.protections.map((one) => ({ ...one, warningOnly: false }));
      },
      says: 'The protection of the tab Leads.',
    },
    {
      name: 'a form that stopped collecting addresses and was closed',
      damage: (world) => {
        const form = formOf(world, 'Request to join');
        form.accepting = false;
        form.published = false;
        form.confirmation = '';
      },
      says: 'The form "Request to join": thanks whoever sends it, published.',
    },
    {
      name: 'a question that stopped being required',
      damage: (world) => {
        const [company] = formOf(world, 'Request to join').items;
        if (company) company.required = false;
      },
      says: '"Company" is required',
    },
    {
      name: 'a spreadsheet moved to another time zone',
      damage: (world) => {
        for (const spreadsheet of Object.values(world.spreadsheets)) spreadsheet.timeZone = 'Asia/Tokyo';
      },
      says: 'time zone is America/Chicago now; it was Asia/Tokyo',
    },
    {
      name: 'a lost link of a form',
      damage: (world) => {
        const { stores } = scriptOf(world);
        stores.script = Object.fromEntries(
          Object.entries(stores.script ?? {}).filter(([key]) => key !== 'FORM_LEAD_URL'),
        );
      },
      says: 'Register a lead',
    },
  ];
  for (const { name, damage, says } of repairs) {
    test(`puts right ${name}`, async () => {
      const registry = await openRegistry();
      const right = registry.snapshot();
      const damaged = registry.tamper(damage);
      expect(damaged.snapshot()).not.toEqual(right);
      expect(damaged.setUp()).toContain(says);
      expect(damaged.snapshot()).toEqual(right);
    });
  }

  test('makes a deleted tab again, with its records', async () => {
    const registry = await openRegistry();
    registry.give(HEAD, 'admitPartner', {
      partner: 'Acme Consulting',
      contacts: ['kim@acme.example'],
      manager: HEAD,
    });
    const before = registry.rows('Partners');
    const damaged = registry.tamper((world) => {
      for (const spreadsheet of Object.values(world.spreadsheets)) {
        spreadsheet.sheets = spreadsheet.sheets.filter((sheet) => sheet.name !== 'Partners');
      }
    });
    expect(damaged.setUp()).toContain('The tab Partners.');
    expect(damaged.rows('Partners')).toEqual(before);
    expect(before).toMatchObject([{ 'Referral partner': 'Acme Consulting' }]);
  });

  test('makes a removed protection again', async () => {
    const registry = await openRegistry();
    const damaged = registry.tamper((world) => {
      sheetOf(world, 'Team').protections = [];
    });
    expect(damaged.setUp()).toContain('The protection of the tab Team.');
    const protections = sheetOf(damaged.workspace.toJSON(), 'Team').protections;
    expect(protections).toMatchObject([{ warningOnly: false, editors: [HEAD], domainEdit: false }]);
  });

  test('takes a stranger’s protection of a closed tab over and names one that keeps commands out', async () => {
    const registry = await openRegistry();
    const damaged = registry.tamper((world) => {
      for (const name of ['Team', 'Leads']) {
        const sheet = sheetOf(world, name);
        sheet.protections = sheet.protections.map((one) => ({
          ...one,
          description: 'Keep out',
          warningOnly: false,
          editors: [HEAD, ANA],
        }));
      }
    });
    const report = damaged.setUp();
    expect(report).toContain('Somebody protected the tab "Leads" (“Keep out”)');
    const world = damaged.workspace.toJSON();
    expect(sheetOf(world, 'Team').protections).toMatchObject([{ editors: [HEAD] }]);
    expect(sheetOf(world, 'Leads').protections).toMatchObject([
      { description: 'Keep out', editors: [HEAD, ANA] },
    ]);
  });

  test('adds a deleted question at its place', async () => {
    const registry = await openRegistry();
    const damaged = registry.tamper((world) => {
      const form = formOf(world, 'Register a lead');
      form.items = form.items.filter(({ title }) => title !== 'Customer country');
    });
    expect(damaged.setUp()).toContain('added the question "Customer country"');
    const { items } = formOf(damaged.workspace.toJSON(), 'Register a lead');
    expect(items.map(({ title }) => title).slice(0, 4)).toEqual([
      'Customer name',
      'Customer website',
      'Customer country',
      'Contact name',
    ]);
  });

  test('makes a deleted form again and says that its link is new', async () => {
    const registry = await openRegistry();
    const damaged = registry.tamper((world) => {
      const { id } = formOf(world, 'Register a lead');
      delete world.forms[id];
      delete world.files[id];
      for (const sheet of world.spreadsheets[registry.spreadsheetId]?.sheets ?? []) {
        if (sheet.form?.id === id) sheet.form = null;
      }
    });
    expect(damaged.setUp()).toContain(
      'The form "Register a lead" was gone and is new now: give partners its new link',
    );
    const world = damaged.workspace.toJSON();
    expect(scriptOf(world).stores.script?.FORM_LEAD_ID).toBe(formOf(world, 'Register a lead').id);
  });

  test('makes missing triggers and removes doubled ones', async () => {
    const registry = await openRegistry();
    const damaged = registry.tamper((world) => {
      const script = scriptOf(world);
      const [edited] = script.triggers.filter(({ handler }) => handler === 'whenEdited');
      script.triggers = script.triggers.filter(({ handler, clock }) => {
        return handler !== 'whenFormSubmitted' && clock?.atHour !== 6;
      });
      if (edited) script.triggers = [...script.triggers, { ...edited, uid: '77' }];
    });
    damaged.setUp();
    expect(handlersOf(damaged, HEAD)).toEqual(HANDLERS);
    const hours = scriptOf(damaged.workspace.toJSON()).triggers.flatMap(({ clock }) => clock?.atHour ?? []);
    expect(hours.sort((a, b) => a - b)).toEqual([0, 6, 12, 18]);
  });

  test('lets the clock strike in a new programme time zone', async () => {
    const registry = await openRegistry();
    registry.give(HEAD, 'updateSettings', { 'Programme time zone': 'Asia/Tokyo' });
    registry.setUp();
    const zones = scriptOf(registry.workspace.toJSON()).triggers.flatMap(
      ({ clock }) => clock?.timeZone ?? [],
    );
    expect(zones).toEqual(['Asia/Tokyo', 'Asia/Tokyo', 'Asia/Tokyo', 'Asia/Tokyo']);
  });

  test('does not let a stranger become head where the books are lost', async () => {
    const registry = await openRegistry();
    const damaged = registry.tamper((world) => {
      for (const spreadsheet of Object.values(world.spreadsheets)) {
        spreadsheet.sheets = spreadsheet.sheets.filter((sheet) => sheet.name !== '_state');
      }
    });
    damaged.workspace.share(registry.spreadsheetId, ANA, 'editor');
    expect(damaged.setUp(ANA)).toContain('only head@one.example or the owner of the file may rebuild them');
    const team = registry.rows('Team');
    damaged.setUp();
    expect(damaged.rows('Team')).toEqual(team);
  });
});
