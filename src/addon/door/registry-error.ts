/** Something that people have to put right before the registry can go on; the message says what and how. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
}
