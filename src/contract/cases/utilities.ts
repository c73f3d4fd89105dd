import type { ContractGroup } from '../case.ts';

const UTILITIES = 'apps-script/reference/utilities/utilities';

function hexadecimal(bytes: readonly number[]): string {
  return bytes.map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join('');
}

export const UTILITIES_CASES: ContractGroup = {
  title: 'Utilities and pages',
  needs: 'nothing',
  cases: [
    {
      title: 'dates are formatted by the letters of SimpleDateFormat',
      source: UTILITIES,
      observe: () => {
        const at = new Date(Date.UTC(2026, 6, 4, 18, 5, 9));
        return [
          Utilities.formatDate(at, 'America/Chicago', "yyyy-MM-dd'T'HH:mm:ssXXX"),
          Utilities.formatDate(at, 'GMT+2', 'EEE d MMMM h:mm a'),
          Utilities.formatDate(at, 'UTC', 'yy D u Z'),
        ];
      },
      returns: ['2026-07-04T13:05:09-05:00', 'Sat 4 July 8:05 PM', '26 185 6 +0000'],
    },
    {
      title: 'dates are read by the letters of SimpleDateFormat',
      source: UTILITIES,
      observe: () => Utilities.parseDate('2026-07-04 13:05', 'America/Chicago', 'yyyy-MM-dd HH:mm'),
      returns: '2026-07-04T18:05:00.000Z',
    },
    {
      title: 'digests are signed bytes',
      source: UTILITIES,
      observe: () => {
        const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc');
        return [
          bytes.length,
          bytes[0],
          bytes.every((byte) => byte >= -128 && byte < 128),
          hexadecimal(bytes),
        ];
      },
      returns: [32, -70, true, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    },
    {
      title: 'digests of texts beyond ASCII are of their UTF-8 bytes',
      source: UTILITIES,
      observe: () => {
        const { DigestAlgorithm, Charset } = Utilities;
        return hexadecimal(Utilities.computeDigest(DigestAlgorithm.SHA_256, 'é', Charset.UTF_8));
      },
      returns: '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c',
    },
    {
      title: 'base64 for the web comes back as it was',
      source: UTILITIES,
      observe: () => {
        const text = Utilities.base64EncodeWebSafe('añ?>');
        return [text, Utilities.newBlob(Utilities.base64DecodeWebSafe(text)).getDataAsString()];
      },
      returns: ['YcOxPz4=', 'añ?>'],
    },
    {
      title: 'UUIDs are of version 4 and never the same',
      source: UTILITIES,
      observe: () => {
        const [a, b] = [Utilities.getUuid(), Utilities.getUuid()];
        return [a !== b, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(a)];
      },
      returns: [true, true],
    },
    {
      title: 'sleeping takes as long as it says',
      source: UTILITIES,
      observe: () => {
        const before = Date.now();
        Utilities.sleep(200);
        return Date.now() - before >= 200;
      },
      returns: true,
    },
    {
      title: 'what a template prints is escaped, unless it is forced',
      source: 'apps-script/guides/html/templates',
      observe: () => {
        const template = HtmlService.createTemplate(
          '<? for (const x of list) { ?><?= x ?>|<?!= x ?>;<? } ?>',
        );
        Object.assign(template, { list: ['<b>', 1] });
        return template.evaluate().getContent();
      },
      returns: '&lt;b&gt;|<b>;1|1;',
    },
    {
      title: 'a page keeps the content that is set',
      source: 'apps-script/reference/html/html-output',
      observe: () => HtmlService.createHtmlOutput('<p>a</p>').setContent('<p>b</p>').getContent(),
      returns: '<p>b</p>',
    },
  ],
};
