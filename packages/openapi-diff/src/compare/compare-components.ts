import type { ApiModel, NamedSchema } from '@apipin/openapi-model';
import type { Comparison } from '../finding.ts';

/**
 * Compares which schemas have names, since each name is a type that code can import.
 *
 * @param renamed - Names by which components of the older document are used at the same places in the newer one.
 */
export function compareComponents(
  old: ApiModel,
  current: ApiModel,
  renamed: ReadonlyMap<string, string>,
): Comparison {
  const comparison: Comparison = { findings: [], children: [] };
  const { findings } = comparison;
  const olds = componentsOf(old);
  const news = componentsOf(current);
  const newNames = new Set<string>();
  for (const [name, component] of olds) {
    if (news.has(name)) continue;
    const subject = `component ${name}`;
    const newName = renamed.get(name);
    const successor = newName === undefined || olds.has(newName) ? undefined : news.get(newName);
    if (successor === undefined) {
      findings.push({ rule: 'component-removed', subject, old: component.at, before: name });
    } else {
      newNames.add(successor.name);
      const both = { old: component.at, new: successor.at };
      const values = { before: name, after: successor.name };
      findings.push({ rule: 'component-renamed', subject, ...both, ...values });
    }
  }
  for (const [name, component] of news) {
    if (olds.has(name) || newNames.has(name)) continue;
    const subject = `component ${name}`;
    findings.push({ rule: 'component-added', subject, new: component.at, after: name });
  }
  return comparison;
}

function componentsOf({ schemas }: ApiModel): Map<string, NamedSchema> {
  return new Map(
    [...schemas.values()]
      .filter(({ isComponent }) => isComponent)
      .map((component) => [component.name, component]),
  );
}
