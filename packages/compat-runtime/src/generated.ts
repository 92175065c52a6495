// What generated mapping code imports, and nobody else needs.

export { bindRules } from './bind-rules.ts';
export { componentMapping } from './component-mapping.ts';
export { isJsonObject } from './is-json-object.ts';
export { mapItems, mapPart, mapPresent } from './map-parts.ts';
export { mapLink } from './map-link.ts';
export { mapMembers } from './map-members.ts';
export type { MapContext } from './mapping.ts';
export { operationMapping } from './operation-mapping.ts';
export { ownProperty } from './own-property.ts';
export { replaceProperties } from './replace-properties.ts';
