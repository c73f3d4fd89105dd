const HANGUL = /[\uac00-\ud7a3]/g;
const FIRST_SYLLABLE = 0xac00;
const INITIALS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

/** Hangul in Latin letters by the Revised Romanization, syllable by syllable. */
export function romaniseHangul(text: string): string {
  return text.replace(HANGUL, (syllable) => {
    const n = syllable.charCodeAt(0) - FIRST_SYLLABLE;
    const initial = INITIALS[Math.floor(n / 588)] ?? '';
    return initial + (VOWELS[Math.floor((n % 588) / 28)] ?? '') + (FINALS[n % 28] ?? '');
  });
}

/** What sounds alike where one language writes down another's word: "crestec" and "kuresutekku". */
function soundConsonants(text: string): string {
  return text
    .replace(/tk/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/ck|q/g, 'k')
    .replace(/g(?=[eiy])/g, 's')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/sh|ch|tj|j|zh/g, 's')
    .replace(/ts|tz/g, 's')
    .replace(/z/g, 's')
    .replace(/l/g, 'r')
    .replace(/v|w/g, 'b')
    .replace(/th/g, 's')
    .replace(/x/g, 'ks')
    .replace(/m(?=[bp])/g, 'n')
    .replace(/d/g, 't');
}

/** The consonants of a name by how they sound, repeated ones once. */
export function assembleSkeleton(joined: string): string {
  return soundConsonants(joined.replace(/tsu(?=k)/g, 'k'))
    .replace(/f/g, 'b')
    .replace(/[aeiouyh]/g, '')
    .replace(/(.)\1+/g, '$1');
}

/**
 * A name by how it sounds, without the vowels that a syllabary puts between consonants: "harutekku" and "haltec" are
 * both "hartek".
 */
export function assembleSound(joined: string): string {
  const open = joined
    .replace(/i(?:ya|ye)/g, 'a')
    .replace(/iyo/g, 'o')
    .replace(/iyu/g, 'u')
    .replace(/uo/g, 'o')
    .replace(/[ue]i|ai/g, 'i')
    .replace(/ua/g, 'a')
    .replace(/ue/g, 'e')
    .replace(/au|oo|ou/g, 'o');
  return soundConsonants(open)
    .replace(/f/g, 'h')
    .replace(/y/g, 'i')
    .replace(/u/g, '')
    .replace(/([td])o$/, '$1')
    .replace(/er$/, 'a')
    .replace(/r(?=[^aeio]|$)/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/e$/, '');
}
