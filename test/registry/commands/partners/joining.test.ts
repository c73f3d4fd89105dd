import { describe, expect, test } from 'vitest';
import { ANA, BO, HEAD, KIM, openProgramme, register, STRANGER } from '../../support/office.ts';
import { codesOf, problemsOf, type TestDoor } from '../../support/test-door.ts';

const MIA = 'mia@cirrus.example';

function mailsTo(door: TestDoor, person: string) {
  return door.records.list('outbox').filter(({ to }) => to.some((one) => one === person));
}

/** A registry that Cirrus asked to join with the form. */
function openAsked(): TestDoor {
  const door = openProgramme();
  door.sendJoinForm('j1', MIA, { Company: 'Cirrus GmbH', 'Your name': 'Mia', Country: 'Germany' });
  return door;
}

describe('a request to join', () => {
  test('can be asked back; the next form of the company answers, and the head is told', () => {
    const door = openAsked();
    door.must(HEAD, 'returnJoinRequest', {
      company: 'Cirrus GmbH',
      fields: ['Why you would like to join'],
      note: 'Whom do you work with?',
    });
    expect(door.get('partners', 'P-003').partner).toMatchObject({
      status: 'Requested',
      question: { askedOn: '2026-01-05', fields: ['Why you would like to join'] },
    });
    const asked = mailsTo(door, MIA).at(-1);
    expect(asked).toMatchObject({ kind: 'decision', replyTo: HEAD });
    expect(asked?.body).toContain('Whom do you work with?');
    expect(asked?.body).toContain('https://forms.example/join');
    const before = mailsTo(door, HEAD).length;
    const answers = { Company: 'CIRRUS', 'Your name': 'Mia', 'Why you would like to join': 'Banks.' };
    expect(door.sendJoinForm('j2', MIA, answers)).toMatchObject({ ok: true, id: 'P-003' });
    const { partner, responses } = door.get('partners', 'P-003');
    expect(partner).toMatchObject({ status: 'Requested', note: 'Banks.', country: 'Germany' });
    expect(partner).not.toHaveProperty('question');
    expect(responses).toEqual(['j1', 'j2']);
    expect(
      mailsTo(door, HEAD)
        .slice(before)
        .map(({ subject }) => subject),
    ).toEqual(['Cirrus GmbH completed its request to join']);
  });

  test('is asked back only while it is undecided, for something', () => {
    const door = openAsked();
    const ask = (company: string, fields: readonly string[]) =>
      problemsOf(door.run(HEAD, 'returnJoinRequest', { company, fields }));
    expect(ask('Acme Consulting', ['Country'])).toEqual(['illegal-state company']);
    expect(ask('Nobody', ['Country'])).toEqual(['not-found company']);
    expect(ask('Cirrus GmbH', [])).toEqual(['required fields']);
    expect(
      codesOf(door.run(ANA, 'returnJoinRequest', { company: 'Cirrus GmbH', fields: ['Country'] })),
    ).toEqual(['not-allowed']);
  });

  test.each([
    { name: 'under the same name with another legal form', from: STRANGER, company: 'Cirrus Ltd' },
    { name: 'from the same address under another name', from: MIA, company: 'Cirrus Cloud' },
  ])('sent again $name is one request, answered and flagged', ({ from, company }) => {
    const door = openAsked();
    expect(door.sendJoinForm('j2', from, { Company: company, 'Your name': 'Max' })).toMatchObject({
      id: 'P-003',
    });
    expect(door.records.list('partners')).toHaveLength(3);
    expect(door.get('partners', 'P-003').attention).toContain('Asked again on 2026-01-05: Max');
    expect(mailsTo(door, from).at(-1)?.kind).toBe('acknowledgement');
    expect(door.get('partners', 'P-003').partner.contacts).toEqual([MIA]);
  });

  test('of the same name in another country is another company; of a colleague’s domain it is flagged', () => {
    const door = openAsked();
    door.sendJoinForm('j2', 'luc@cirrus.fr.example', {
      Company: 'Cirrus SA',
      'Your name': 'Luc',
      Country: 'France',
    });
    expect(door.get('partners', 'P-004').attention).toBe('');
    door.sendJoinForm('j3', 'max@cirrus.example', { Company: 'Nimbus', 'Your name': 'Max' });
    expect(door.get('partners', 'P-005').attention).toContain('Cirrus GmbH (P-003)');
  });

  test('of somebody who names a partner adds nobody to its contacts; a contact gets the form’s link', () => {
    const door = openProgramme();
    door.sendJoinForm('j1', STRANGER, { Company: 'Acme Consulting', 'Your name': 'Eve' });
    expect(door.get('partners', 'P-001').partner.contacts).toEqual([KIM]);
    expect(door.get('partners', 'P-001').attention).toContain(STRANGER);
    door.sendJoinForm('j2', KIM, { Company: 'Acme Consulting', 'Your name': 'Kim' });
    expect(mailsTo(door, KIM).at(-1)).toMatchObject({ replyTo: ANA });
    expect(mailsTo(door, KIM).at(-1)?.body).toContain('https://forms.example/lead');
  });

  test('of a company that was declined is open again', () => {
    const door = openAsked();
    door.must(HEAD, 'declinePartner', { partner: 'P-003', reason: 'Too small' });
    door.sendJoinForm('j2', MIA, { Company: 'Cirrus GmbH', 'Your name': 'Mia' });
    expect(door.get('partners', 'P-003')).toMatchObject({
      partner: { status: 'Requested' },
      attention: 'Declined before: Too small',
    });
    door.must(HEAD, 'admitPartner', { partner: 'P-003' });
    expect(door.get('partners', 'P-003')).toMatchObject({ partner: { status: 'Active' }, attention: '' });
  });
});

describe('the welcome mail', () => {
  test('names form, manager, resources, community and the next training', () => {
    const door = openAsked();
    door.must(HEAD, 'updateSettings', {
      'Resources link': 'https://one.example/resources',
      'Community link': 'https://one.example/community',
      'Training date': '2026-03-18',
    });
    door.must(HEAD, 'setTeamMember', { person: BO, name: 'Bo Berg', role: 'manager', active: true });
    door.must(HEAD, 'admitPartner', { partner: 'P-003', manager: BO });
    const { kind, body = '', replyTo } = mailsTo(door, MIA).at(-1) ?? {};
    expect([kind, replyTo]).toEqual(['welcome', BO]);
    for (const part of [
      `Bo Berg (${BO})`,
      'https://forms.example/lead',
      'https://one.example/resources',
      'https://one.example/community',
      'Pitch deck: https://resources.example/deck',
      'Next sales training: 2026-03-18',
    ])
      expect(body).toContain(part);
  });

  test('names no training that is over, and goes to contacts who are added later', () => {
    const door = openProgramme();
    door.must(HEAD, 'updateSettings', { 'Training date': '2026-01-04' });
    door.must(ANA, 'updatePartner', { partner: 'P-001', contacts: [KIM, 'jo@acme.example'] });
    const [mail] = mailsTo(door, 'jo@acme.example');
    expect(mail).toMatchObject({ kind: 'welcome', to: ['jo@acme.example'] });
    expect(mail?.body).not.toContain('training');
  });
});

describe('a sales training', () => {
  const invited = (door: TestDoor) =>
    door.records
      .list('outbox')
      .filter(({ kind }) => kind === 'training')
      .map(({ to, subject }) => `${subject.slice(-10)} ${to.join()}`);

  test('is announced to every contact of active partners once, to later ones as they come', () => {
    const door = openAsked();
    door.must(HEAD, 'updateSettings', { 'Training date': '2026-03-18' });
    door.runDay();
    door.runDay();
    expect(invited(door)).toEqual(['2026-03-18 kim@acme.example', '2026-03-18 lee@borealis.example']);
    door.must(HEAD, 'updatePartner', { partner: 'P-001', contacts: [KIM, 'jo@acme.example'] });
    door.moveTo('2026-02-20T06:00');
    door.runDay();
    expect(invited(door).slice(2)).toEqual(['2026-03-18 jo@acme.example']);
    door.must(HEAD, 'updateSettings', { 'Training date': '2026-06-17' });
    door.moveTo('2026-06-18T06:00');
    door.runDay();
    expect(invited(door)).toHaveLength(3);
  });

  test('has its attendance kept on the partner, and corrected', () => {
    const door = openProgramme();
    door.moveTo('2026-03-19T09:00');
    const record = (training: string, attended: boolean) =>
      problemsOf(door.run(ANA, 'recordAttendance', { partner: 'P-001', training, attended }));
    expect(record('2026-03-18', false)).toEqual([]);
    expect(record('2025-12-10', true)).toEqual([]);
    expect(record('2026-03-18', true)).toEqual([]);
    expect(door.get('partners', 'P-001').attendance).toEqual([
      { training: '2025-12-10', attended: true },
      { training: '2026-03-18', attended: true },
    ]);
    expect(record('2026-03-20', true)).toEqual(['invalid training']);
    door.must(HEAD, 'suspendPartner', { partner: 'P-001', reason: 'Audit' });
    door.must(HEAD, 'admitPartner', { partner: 'P-001' });
    expect(door.get('partners', 'P-001').attendance).toHaveLength(2);
  });
});

describe('assigning another manager', () => {
  test('moves the open reviews, and tells both managers which', () => {
    const door = openProgramme();
    register(door);
    register(door, { customer: 'Initech', website: 'initech.example' });
    door.must(ANA, 'rejectLead', { lead: 'L-0002', reason: 'not-a-fit' });
    const before = door.records.list('outbox').length;
    door.must(HEAD, 'assignManager', { partner: 'P-001', manager: BO });
    const mails = door.records.list('outbox').slice(before);
    expect(mails.map(({ to, subject }) => [...to, subject])).toEqual([
      [BO, 'You are the alliance manager of Acme Consulting'],
      [ANA, `Acme Consulting is now assigned to ${BO}`],
    ]);
    for (const { body } of mails) {
      expect(body).toContain('L-0001 Globex GmbH: decide by 2026-01-08');
      expect(body).not.toContain('Initech');
    }
    expect(door.get('leads', 'L-0001').view.reviewer).toBe(BO);
  });
});

describe('the row of an open request', () => {
  const viewOf = (door: TestDoor) => {
    const { reviewer, decideBy, timeLeft } = door.get('leads', 'L-0001').view;
    return [reviewer, decideBy, timeLeft];
  };

  test('says who decides, by when, and how much time is left, until it is decided', () => {
    const door = openProgramme();
    register(door);
    expect(viewOf(door)).toEqual([ANA, '2026-01-08', '3 business days left']);
    const seen = ['2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'].map((day) => {
      door.moveTo(`${day}T06:00`);
      door.runDay();
      return viewOf(door)[2];
    });
    expect(seen).toEqual(['2 business days left', '1 business day left', 'Due today', 'Overdue']);
    door.moveTo('2026-01-12T06:00');
    door.runDay();
    expect(door.runDay()).toEqual([]);
    door.must(ANA, 'returnLead', { lead: 'L-0001', reason: 'not-a-fit', fields: ['country'] });
    expect(viewOf(door)).toEqual(['', '', '']);
  });

  test('follows absences, people who leave, and the calendar of the settings at once', () => {
    const door = openProgramme();
    register(door);
    door.must(HEAD, 'setAway', { person: ANA, from: '2026-01-05', until: '2026-01-05', cover: BO });
    expect(viewOf(door)[0]).toBe(BO);
    door.must(HEAD, 'setTeamMember', { person: BO, name: 'Bo', role: 'manager', active: false });
    expect(viewOf(door)[0]).toBe(HEAD);
    door.moveTo('2026-01-06T06:00');
    door.runDay();
    expect(viewOf(door)[0]).toBe(ANA);
    door.must(HEAD, 'updateSettings', { Holidays: '2026-01-07' });
    expect(viewOf(door)).toEqual([ANA, '2026-01-09', '2 business days left']);
  });
});
