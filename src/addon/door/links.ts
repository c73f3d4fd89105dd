import type { Links, Resource } from '../../registry/commands/context.ts';
import type { Services } from '../services/services.ts';
import { FORM_PROPERTIES } from './form-properties.ts';
import { readGrid } from './tables.ts';

/** The tab on which people keep what partners are offered; nothing but the welcome mail reads it. */
export const RESOURCES_TAB = { name: 'Resources', headers: ['Resource', 'Link', 'For whom'] } as const;

/** The links that messages name. Each is read when a message names it: most commands need none. */
export function linksOf(services: Services): Links {
  const property = (key: string) => services.properties.get(key) ?? '';
  let leadForm: string | null = null;
  let resources: readonly Resource[] | null = null;
  return {
    get leadForm() {
      leadForm ??= property(FORM_PROPERTIES.lead.url);
      return leadForm;
    },
    get joinForm() {
      return property(FORM_PROPERTIES.join.url);
    },
    get registry() {
      return services.workbook().getUrl();
    },
    get resources() {
      resources ??= readResources(services);
      return resources;
    },
  };
}

/** People may rename, empty or delete that tab: what cannot be read is not offered. */
function readResources(services: Services): readonly Resource[] {
  const sheet = services.workbook().getSheetByName(RESOURCES_TAB.name);
  if (!sheet) return [];
  const [headers = [], ...rows] = readGrid(sheet);
  const texts = headers.map((header) => String(header).trim());
  const [name, link] = [texts.indexOf(RESOURCES_TAB.headers[0]), texts.indexOf(RESOURCES_TAB.headers[1])];
  return rows
    .map((cells) => ({ name: String(cells[name] ?? '').trim(), link: String(cells[link] ?? '').trim() }))
    .filter((resource) => /^https?:\/\/\S+$/.test(resource.link))
    .map((resource) => ({ ...resource, name: resource.name || 'Resource' }));
}
