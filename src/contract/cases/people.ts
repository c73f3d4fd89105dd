import { type ContractGroup, UNDOCUMENTED } from '../case.ts';

const PROTECTION = 'apps-script/reference/spreadsheet/protection';

/** An address that no mail can reach: the top-level domain is reserved for that. */
export const NOBODY = 'live-check@registry.invalid';

export const PEOPLE: ContractGroup = {
  title: 'Who runs',
  needs: 'nothing',
  cases: [
    {
      title: 'is the person at the keyboard, for what a dialog calls',
      source: 'apps-script/guides/services/authorization',
      observe: () => {
        const [active, effective] = [
          Session.getActiveUser().getEmail(),
          Session.getEffectiveUser().getEmail(),
        ];
        return [active !== '', active === effective];
      },
      returns: [true, true],
    },
    {
      title: 'hears how many recipients are left today',
      source: 'apps-script/reference/mail/mail-app',
      observe: () => {
        const left = MailApp.getRemainingDailyQuota();
        return Number.isInteger(left) && left >= 0;
      },
      returns: true,
    },
    {
      title: 'cannot mail what is no address',
      source: 'apps-script/reference/mail/mail-app',
      observe: () => MailApp.sendEmail('nobody', 'Live check', 'This cannot arrive.'),
      throws: 'Invalid email: nobody',
    },
  ],
};

export const PROTECTIONS: ContractGroup = {
  title: 'Protections and sharing',
  needs: 'an empty tab',
  cases: [
    {
      title: 'of one tab are one: protecting it again answers the same',
      source: PROTECTION,
      observe: ({ sheet }) => {
        sheet.protect();
        sheet.protect();
        sheet.getRange('A1').protect();
        sheet.getRange('A1').protect();
        const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
        return [sheet.getProtections(SHEET).length, sheet.getProtections(RANGE).length];
      },
      returns: [1, 2],
    },
    {
      title: 'never lose whoever removes all their editors',
      source: PROTECTION,
      observe: ({ sheet }) => {
        const protection = sheet.protect();
        protection.removeEditors(protection.getEditors());
        return [protection.canEdit(), protection.getEditors().length];
      },
      returns: [true, 1],
    },
    {
      title: 'tell what they are for, whether they only warn, and what they leave open',
      source: PROTECTION,
      observe: ({ sheet }) => {
        const protection = sheet.protect().setDescription('kept').setWarningOnly(true);
        const warns = [protection.getDescription(), protection.isWarningOnly()];
        protection.setWarningOnly(false).setUnprotectedRanges([sheet.getRange('C1:C9')]);
        const open = protection.getUnprotectedRanges().map((range) => range.getA1Notation());
        return [...warns, protection.isWarningOnly(), open];
      },
      returns: ['kept', true, false, ['C1:C9']],
    },
    {
      title: 'can be closed to the rest of the company',
      source: PROTECTION,
      observe: ({ sheet }) => {
        const protection = sheet.protect();
        // Accounts without a company have nobody to close it to.
        if (protection.canDomainEdit()) protection.setDomainEdit(false);
        return protection.canDomainEdit();
      },
      returns: false,
    },
    {
      title: 'move with the cells that they protect',
      source: UNDOCUMENTED,
      observe: ({ sheet }) => {
        sheet.getRange('A2:A3').protect();
        sheet.insertRowBefore(1);
        const [kept] = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
        return kept?.getRange().getA1Notation();
      },
      returns: 'A3:A4',
    },
    {
      title: 'a new file belongs to whoever made it, and only to them',
      source: 'apps-script/reference/spreadsheet/spreadsheet-app',
      observe: ({ spreadsheet }) => {
        const isMine = spreadsheet.getOwner()?.getEmail() === Session.getEffectiveUser().getEmail();
        return [isMine, spreadsheet.getEditors().length, spreadsheet.getViewers().length];
      },
      returns: [true, 1, 0],
    },
    {
      title: 'a file is shared with an address that has no Google account',
      source: UNDOCUMENTED,
      observe: ({ spreadsheet }) => {
        spreadsheet.addViewer(NOBODY);
        try {
          return spreadsheet.getViewers().length;
        } finally {
          spreadsheet.removeViewer(NOBODY);
        }
      },
      returns: 1,
    },
    {
      title: 'a file is shared with addresses alone',
      source: 'apps-script/reference/spreadsheet/spreadsheet',
      observe: ({ spreadsheet }) => spreadsheet.addViewer('nobody').getViewers().length,
      throws: 'Invalid email: nobody',
    },
  ],
};
