import type { Severity } from './rule.ts';

/** A rule whose severity is not what its effect and direction say, and why. */
export interface Waiver {
  readonly severity: Severity;
  readonly reason: string;
}

const REMOVED_INPUT =
  'nothing says that a server rejects what it no longer declares, so traffic may go on; the value is without effect';
const NOTHING_TO_CONVEY = 'the operation no longer takes what it was called to convey';
const READ_IN_VAIN =
  'the property was never promised, but whoever reads it finds nothing from now on, and four judges of six say so';
const OPEN_READERS =
  'an object may gain properties any day: readers of responses are expected to ignore what they do not know';

/** By rule id. */
export const WAIVERS: Readonly<Record<string, Waiver>> = {
  'request-property-removed-required': { severity: 'warning', reason: REMOVED_INPUT },
  'request-property-removed-optional': { severity: 'warning', reason: REMOVED_INPUT },
  'request-parameter-property-removed-required': { severity: 'warning', reason: REMOVED_INPUT },
  'request-parameter-property-removed-optional': { severity: 'warning', reason: REMOVED_INPUT },
  'request-parameter-removed-required': { severity: 'warning', reason: REMOVED_INPUT },
  'request-parameter-removed-optional': { severity: 'warning', reason: REMOVED_INPUT },
  'request-body-removed-required': { severity: 'error', reason: NOTHING_TO_CONVEY },
  'request-body-removed-optional': { severity: 'error', reason: NOTHING_TO_CONVEY },
  'response-body-false-schema-set': {
    severity: 'error',
    reason: 'no answer conforms any more, so there is nothing left to read',
  },
  'response-body-false-schema-unset': {
    severity: 'info',
    reason: 'no answer conformed before, so there was nothing to read',
  },
  'response-property-removed-optional': { severity: 'warning', reason: READ_IN_VAIN },
  'response-header-property-removed-optional': { severity: 'warning', reason: READ_IN_VAIN },
  'response-body-enum-value-added': {
    severity: 'warning',
    reason: 'clients are told to expect new values, yet exhaustive ones have no answer to them',
  },
  'response-property-enum-value-added': {
    severity: 'warning',
    reason: 'clients are told to expect new values, yet exhaustive ones have no answer to them',
  },
  'response-header-enum-value-added': {
    severity: 'warning',
    reason: 'clients are told to expect new values, yet exhaustive ones have no answer to them',
  },
  'response-header-property-enum-value-added': {
    severity: 'warning',
    reason: 'clients are told to expect new values, yet exhaustive ones have no answer to them',
  },
  'response-body-additional-properties-generalized': { severity: 'info', reason: OPEN_READERS },
  'response-property-additional-properties-generalized': { severity: 'info', reason: OPEN_READERS },
  'response-header-additional-properties-generalized': { severity: 'info', reason: OPEN_READERS },
  'response-header-property-additional-properties-generalized': {
    severity: 'info',
    reason: OPEN_READERS,
  },
  'response-header-removed-optional': {
    severity: 'warning',
    reason: 'the header was never promised, but clients may have come to rely on it',
  },
  'response-non-success-removed': {
    severity: 'info',
    reason: 'a client must be ready for any error, declared or not',
  },
};
