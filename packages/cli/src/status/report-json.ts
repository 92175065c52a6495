import type { Consumer, FileImport, ResolvedPin, TransitivePin } from './consumer.ts';
import type { StatusReport } from './judge.ts';
import { printableJson } from './printable.ts';

/** The report for machines: one JSON object. Members are always there, and `null` where there is nothing to say. */
export function emitJsonReport(report: StatusReport): string {
  const consumers = report.consumers.map(consumerToJson);
  return `${printableJson({ ...report, consumers })}\n`;
}

function consumerToJson(consumer: Consumer): object {
  return {
    ...consumer,
    pins: consumer.pins.map(pinToJson),
    transitive: consumer.transitive.map(transitiveToJson),
    unpinnedImports: consumer.unpinnedImports.map(importToJson),
  };
}

function pinToJson({
  name,
  package: of,
  identity,
  specifier,
  field,
  resolved,
  imports,
}: ResolvedPin) {
  return {
    name,
    package: of,
    ...identity,
    specifier,
    field,
    resolved,
    imports: imports.map(importToJson),
  };
}

function transitiveToJson({ package: of, identity, resolved, path }: TransitivePin): object {
  return { package: of, ...identity, resolved, path };
}

function importToJson({ file, line, column, specifier }: FileImport): object {
  return { file, line, column, specifier };
}
