/** A script that fills a spreadsheet with what a grid has to draw, and writes each edit event into its tab "Log". */
export const SHEET_SCRIPT = `
function setUp() {
  const book = SpreadsheetApp.getActive();
  const sheet = book.getActiveSheet();
  sheet.setName('Orders');
  sheet.getRange(1, 1, 1, 7).setValues([['Order', 'Status', 'Placed', 'Amount', 'Paid', 'Comment', 'Total']]);
  sheet.getRange(1, 1, 1, 7).setFontWeight('bold').setBackground('#d9e2f3');
  sheet.setFrozenRows(1);
  sheet.getRange(2, 1, 3, 4).setValues([
    ['O-001', 'Open', new Date(2026, 0, 5), 1250.5],
    ['O-002', 'Closed', new Date(2026, 0, 6), -3],
    ['O-003', 'Open', new Date(2026, 0, 31), 0.3333],
  ]);
  sheet.getRange(2, 3, 999, 1).setNumberFormat('yyyy-mm-dd');
  sheet.getRange(2, 4, 999, 1).setNumberFormat('#,##0.00');
  sheet.getRange(2, 6, 999, 1).setNumberFormat('@');
  sheet.getRange('F2').setValue('=not a formula');
  sheet.getRange('G2').setValue(7);
  sheet.setColumnWidth(6, 200);
  const statuses = SpreadsheetApp.newDataValidation().requireValueInList(['Open', 'Closed', 'Lost'], true);
  sheet.getRange(2, 2, 99, 1).setDataValidation(statuses.setAllowInvalid(false).build());
  sheet.getRange(2, 5, 3, 1).insertCheckboxes();
  sheet.setConditionalFormatRules([
    SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('Open').setBackground('#ceead6')
      .setRanges([sheet.getRange(2, 2, 99, 1)]).build(),
  ]);
  sheet.getRange('A3').setNote('Rings on Mondays only.');
  sheet.getRange(2, 7, 99, 1).protect().setWarningOnly(true).setDescription('Computed');
  const own = sheet.getRange('A2:A100').protect().setDescription('Owner only');
  own.removeEditors(own.getEditors());
  own.setDomainEdit(false);
  book.insertSheet('Log').setTabColor('#188038');
  const hidden = book.insertSheet('Secrets');
  hidden.getRange('A1').setValue('secret');
  hidden.hideSheet();
}

function onEdit(event) {
  const log = SpreadsheetApp.getActive().getSheetByName('Log');
  const told = [event.range.getA1Notation(), String(event.value), String(event.oldValue)];
  log.getRange(log.getLastRow() + 1, 1, 1, 3).setNumberFormat('@').setValues([told]);
  const sheet = event.range.getSheet();
  if (event.value === 'forbidden') event.range.setValue('put back').setNote('Not this word.');
}
`;
