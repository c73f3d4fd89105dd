import type { ContractGroup } from './case.ts';
import { CACHE_CASES } from './cases/cache.ts';
import { COPIES } from './cases/copies.ts';
import { FILES } from './cases/files.ts';
import { FILTERS } from './cases/filters.ts';
import { FORMATS } from './cases/formats.ts';
import { FORMS } from './cases/forms.ts';
import { LOCKS } from './cases/locks.ts';
import { OBJECTS } from './cases/objects.ts';
import { PEOPLE, PROTECTIONS } from './cases/people.ts';
import { PROPERTIES_CASES } from './cases/properties.ts';
import { RANGES } from './cases/ranges.ts';
import { RUNTIME_CASES } from './cases/runtime.ts';
import { TABS } from './cases/tabs.ts';
import { TRIGGERS } from './cases/triggers.ts';
import { UTILITIES_CASES } from './cases/utilities.ts';
import { VALIDATION } from './cases/validation.ts';
import { VALUES } from './cases/values.ts';

/** Every behaviour that can be shown to whoever runs the check, in the order in which it is shown. */
export const GROUPS: readonly ContractGroup[] = [
  RUNTIME_CASES,
  UTILITIES_CASES,
  FILES,
  VALUES,
  FORMATS,
  VALIDATION,
  FILTERS,
  RANGES,
  TABS,
  COPIES,
  OBJECTS,
  PROTECTIONS,
  PEOPLE,
  PROPERTIES_CASES,
  CACHE_CASES,
  LOCKS,
  TRIGGERS,
  FORMS,
];
