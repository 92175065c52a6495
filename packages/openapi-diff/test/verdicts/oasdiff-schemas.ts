import { oasdiffAnnotations } from './oasdiff-annotations.ts';
import { oasdiffEqualSchemas } from './oasdiff-equal-schemas.ts';
import { oasdiffNarrowingKeywords } from './oasdiff-narrowing-keywords.ts';
import { oasdiffNestedSchemas } from './oasdiff-nested-schemas.ts';
import { oasdiffRequestSchemas } from './oasdiff-request-schemas.ts';
import { oasdiffResponseSchemas } from './oasdiff-response-schemas.ts';
import { oasdiffSharedSchemas } from './oasdiff-shared-schemas.ts';
import type { VerdictPair } from './verdict-pair.ts';

/** What oasdiff says about changes of schemas in request and response bodies. */
export const oasdiffSchemas: readonly VerdictPair[] = [
  ...oasdiffNarrowingKeywords,
  ...oasdiffNestedSchemas,
  ...oasdiffAnnotations,
  ...oasdiffRequestSchemas,
  ...oasdiffResponseSchemas,
  ...oasdiffSharedSchemas,
  ...oasdiffEqualSchemas,
];
