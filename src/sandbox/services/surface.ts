import { localMethods } from '../realm/local-methods.ts';
import type { ClassSurface, Surface } from '../realm/wire.ts';
import { methods } from './all-methods.ts';
import { ABSENT_SERVICES, ENUMS } from './enums.ts';

const SERVICES = [
  'SpreadsheetApp',
  'FormApp',
  'ScriptApp',
  'LockService',
  'PropertiesService',
  'CacheService',
  'MailApp',
  'DriveApp',
  'HtmlService',
  'Utilities',
  'Session',
];

/** Classes whose objects are only handed on. Source: apps-script/reference/forms/text-validation. */
const WITHOUT_METHODS = ['TextValidation'];

function methodNames(): Record<string, string[]> {
  const classes: Record<string, string[]> = Object.fromEntries(WITHOUT_METHODS.map((name) => [name, []]));
  for (const key of new Set([...methods.keys(), ...Object.keys(localMethods)])) {
    const [className = '', name = ''] = key.split('.');
    if (className === 'console') continue;
    const list = classes[className] ?? [];
    list.push(name);
    classes[className] = list;
  }
  return classes;
}

function describeClasses(): Record<string, ClassSurface> {
  const described = Object.entries(methodNames()).map(([name, methods]) => {
    const enums = ENUMS.filter(({ on }) => on.includes(name)).map((one) => one.name);
    return [name, { members: new Set([...methods, ...enums]), enums }] as const;
  });
  return Object.fromEntries(described);
}

/** What every realm is given to define. */
export const surface: Surface = {
  classes: describeClasses(),
  services: SERVICES,
  absent: ABSENT_SERVICES,
  enums: Object.fromEntries(ENUMS.map(({ name, values }) => [name, values])),
};
