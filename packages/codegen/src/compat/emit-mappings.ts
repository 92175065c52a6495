import { compareCodeUnits } from '@apipin/openapi-model';
import { capitalise } from '../names.ts';
import { docComment, propertyKey, stringLiteral, usesVariable } from '../source-text.ts';
import { takeName } from '../take-name.ts';
import type { CompatNames } from './compat-names.ts';
import {
  emitAccess,
  emitFunctionOf,
  emitMapped,
  emitMappedProperty,
  type Direction,
  type EmitContext,
} from './emit-node.ts';
import { identifierOf } from './identifier.ts';
import type {
  FunctionBody,
  FunctionMapping,
  MemberMapping,
  ObjectBody,
  SequenceBody,
  VariantsBody,
} from './mapping-node.ts';

/** What the runtime offers to emitted functions. */
const RUNTIME = [
  'bindRules',
  'isJsonObject',
  'mapItems',
  'mapLink',
  'mapMembers',
  'mapPart',
  'mapPresent',
  'ownProperty',
  'replaceProperties',
];

/**
 * Emits the functions that map values: straight-line code that looks at nothing but what may differ.
 *
 * @param rulesModule - What exports the hand-written `rules`, as the file imports it.
 */
export function emitMappings(
  functions: readonly FunctionMapping[],
  names: CompatNames,
  rulesModule: string,
): string {
  const code = functions
    .map((mapping) => ({ name: names.functionName(mapping, 'upgrade'), mapping }))
    .toSorted((a, b) => compareCodeUnits(a.name, b.name))
    .flatMap(({ mapping }) => directionsOf(mapping).map((way) => emitFunction(mapping, way, names)))
    .join('\n');
  const bound = usesVariable(code, 'changes')
    ? 'const changes = /* @__PURE__ */ bindRules<ChangeId>(rules);\n\n'
    : '';
  if (code === '')
    return '// Neither version has anything that the other has otherwise.\nexport {};\n';
  const runtime = RUNTIME.filter((name) => usesVariable(bound + code, name));
  return [
    `import { ${[...runtime, 'type MapContext'].join(', ')} } from '@apipin/compat-runtime/generated';\n`,
    bound === '' ? '' : `import { rules } from ${stringLiteral(rulesModule)};\n`,
    bound === '' ? '' : "import type { ChangeId } from './changes.js';\n",
    '\n',
    bound,
    code,
  ].join('');
}

function directionsOf({ hasDirection }: FunctionMapping): readonly Direction[] {
  return hasDirection ? ['upgrade', 'downgrade'] : ['upgrade'];
}

function emitFunction(mapping: FunctionMapping, direction: Direction, names: CompatNames): string {
  const { body, wanted } = mapping;
  if (body === undefined) throw new RangeError(`the body of ${wanted} was never walked`);
  const name = names.functionName(mapping, direction);
  return `${functionComment(mapping, direction, names)}export function ${name}(value: unknown, context: MapContext): unknown {
${emitBody(body, { direction, names })}
}
`;
}

function functionComment(
  { place, wanted }: FunctionMapping,
  direction: Direction,
  names: CompatNames,
): string {
  const subject = place === undefined ? wanted.replace(/Links$/, '') : names.placeName(place);
  const verb = place === undefined ? 'Maps the links of' : `${capitalise(direction)}s`;
  return docComment([`${verb} \`${subject}\`.`]);
}

function emitBody(body: FunctionBody, context: EmitContext): string {
  switch (body.kind) {
    case 'object':
      return emitObject(body, context);
    case 'variants':
      return emitVariants(body, context);
    case 'sequence':
      return emitSequence(body, context);
  }
}

function emitObject({ properties, members }: ObjectBody, context: EmitContext): string {
  const taken = new Set<string>();
  const parts = properties.map((property) => ({
    name: property.name,
    // No word of the language and nothing that is imported begins like this.
    variable: takeName(`new${identifierOf(property.name)}`, taken),
    mapped: emitMappedProperty(property, context),
  }));
  const declarations = parts.map(({ variable, mapped }) => `const ${variable} = ${mapped};`);
  const unchanged = parts.map(({ name, variable }) => `${variable} === ${emitAccess(name)}`);
  const replaced = parts.map(({ name, variable }) => `${propertyKey(name)}: ${variable}`);
  const replacement = `replaceProperties(value, { ${replaced.join(', ')} })`;
  const result =
    parts.length === 0 ? 'value' : `${unchanged.join(' && ')} ? value : ${replacement}`;
  return [
    'if (!isJsonObject(value)) return value;',
    ...declarations,
    members === undefined
      ? `return ${result};`
      : `return ${emitMembers(members, result, context)};`,
  ].join('\n');
}

function emitMembers({ node, named }: MemberMapping, value: string, context: EmitContext): string {
  const known = named.map(stringLiteral).join(', ');
  return `mapMembers(${value}, ${emitFunctionOf(node, context)}, context, [${known}])`;
}

function emitVariants({ propertyName, variants }: VariantsBody, context: EmitContext): string {
  const labels = new Map<string, string[]>();
  for (const [tag, node] of variants) {
    const mapped = emitMapped(node, 'value', context);
    labels.set(mapped, [...(labels.get(mapped) ?? []), `case ${stringLiteral(tag)}:`]);
  }
  const cases = [...labels].map(([mapped, tags]) => `${tags.join('\n')}\nreturn ${mapped};`);
  return `if (!isJsonObject(value)) return value;
switch (${emitAccess(propertyName)}) {
${cases.join('\n')}
default: return value;
}`;
}

function emitSequence({ nodes }: SequenceBody, context: EmitContext): string {
  const ordered = context.direction === 'upgrade' ? nodes : nodes.toReversed();
  const mapped = ordered.reduce((value, node) => emitMapped(node, value, context), 'value');
  return `return ${mapped};`;
}
