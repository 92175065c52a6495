import type { SourceLocation } from '@apipin/openapi-model';
import type { Change, Diff, TouchedOperation } from '../../src/change.ts';

const OLD_FILE = 'specs/v3/custom-channels.yaml';
const NEW_FILE = 'specs/2026-03/custom-channels.yaml';

/** A diff of two versions of one API, with `changes` that default to those of {@link sampleChanges}. */
export function sampleDiff(changes: readonly Change[] = sampleChanges()): Diff {
  return {
    old: { file: OLD_FILE, title: 'HubSpot Custom Channels', version: 'v3' },
    new: { file: NEW_FILE, title: 'HubSpot Custom Channels', version: '2026-03' },
    bump: changes.length === 0 ? 'none' : 'major',
    changes,
  };
}

/** A change of which a test says only what it is about. */
export function sampleChange(change: Partial<Change> = {}): Change {
  const whole: Change = {
    id: 'response-property-removed:/components/schemas/Channel/properties/color',
    rule: 'response-property-removed',
    level: 'breaking',
    wire: 'breaking',
    source: 'breaking',
    direction: 'response',
    area: 'schema',
    operations: [operation('getChannel')],
    subject: 'Channel.color',
    old: at(OLD_FILE, '/components/schemas/Channel/properties/color', 12),
    new: undefined,
    before: { type: 'string' },
    after: undefined,
    message: 'the property is gone from responses',
    ...change,
  };
  return { ...whole, message: `${whole.subject}: ${whole.message}` };
}

/** `count` changes of all levels, each with a subject of its own. */
export function manyChanges(count: number): Change[] {
  const templates = sampleChanges();
  return Array.from({ length: count }, (_, index) => {
    const template = templates[Math.floor((index * templates.length) / count)] as Change;
    return { ...template, id: `${template.id}/${index}`, subject: `${template.subject}${index}` };
  });
}

/** One change of each kind that looks different in a report. */
export function sampleChanges(): Change[] {
  return [
    sampleChange({
      id: 'operation-path-changed:listChannels',
      rule: 'operation-path-changed',
      area: 'operation',
      direction: 'both',
      source: 'compatible',
      subject: 'listChannels',
      operations: [operation('listChannels')],
      old: at(OLD_FILE, '/paths/~1conversations~1v3~1custom-channels~1/get', 46),
      new: at(NEW_FILE, '/paths/~1conversations~1custom-channels~12026-03/get', 45),
      before: 'GET /conversations/v3/custom-channels/',
      after: 'GET /conversations/custom-channels/2026-03',
      message: 'the operation moved to another path',
    }),
    sampleChange({
      id: 'response-property-enum-value-added:/components/schemas/PublicFile/properties/fileUsageType',
      rule: 'response-property-enum-value-added',
      subject: 'PublicFile.fileUsageType',
      wire: 'breaking',
      source: 'compatible',
      operations: OPERATION_IDS.map(operation),
      old: at(OLD_FILE, '/components/schemas/PublicFile/properties/fileUsageType', 1498),
      new: at(NEW_FILE, '/components/schemas/PublicFile/properties/fileUsageType', 1536),
      before: { type: 'string', enum: ['AUDIO', 'IMAGE', 'OTHER', 'STICKER'] },
      after: { type: 'string', enum: ['AUDIO', 'IMAGE', 'OTHER', 'STICKER', 'VOICE_RECORDING'] },
      message: 'responses may hold values that the older document did not list: VOICE_RECORDING',
    }),
    sampleChange({
      id: 'request-parameter-became-required:listChannels/query/after',
      rule: 'request-parameter-became-required',
      area: 'parameter',
      direction: 'request',
      subject: 'listChannels query after',
      operations: [operation('listChannels')],
      old: at(OLD_FILE, '/paths/~1conversations~1v3~1custom-channels~1/get/parameters/0', 60),
      new: at(NEW_FILE, '/paths/~1conversations~1custom-channels~12026-03/get/parameters/0', 58),
      before: { in: 'query', name: 'after', required: false, schema: { type: 'string' } },
      after: { in: 'query', name: 'after', required: true, schema: { type: 'string' } },
      message: 'the parameter became required',
    }),
    sampleChange({
      id: 'response-property-type-changed:/components/schemas/ChannelAccount/properties/id',
      rule: 'response-property-type-changed',
      subject: 'ChannelAccount.id',
      operations: ['listChannelAccounts', 'getChannelAccount'].map(operation),
      old: at(OLD_FILE, '/components/schemas/ChannelAccount/properties/id', 1201),
      new: at(NEW_FILE, '/components/schemas/ChannelAccount/properties/id', 1210),
      before: { format: 'int64', type: 'integer' },
      after: { type: 'string' },
      message: 'the type changed from integer to string',
    }),
    sampleChange(),
    sampleChange({
      id: 'security-scope-added:publishMessage',
      rule: 'security-scope-added',
      area: 'security',
      direction: 'request',
      source: 'none',
      subject: 'publishMessage',
      operations: [operation('publishMessage')],
      old: at(OLD_FILE, '/paths/~1x/post/security', 498),
      new: at(NEW_FILE, '/paths/~1x/post/security', 512),
      before: ['conversations.custom_channels.read'],
      after: ['conversations.custom_channels.read', 'conversations.custom_channels.write'],
      message: 'a token needs the scope conversations.custom_channels.write as well',
    }),
    sampleChange({
      id: 'operation-added:updateChannelAccountStagingToken',
      rule: 'operation-added',
      level: 'non-breaking',
      wire: 'compatible',
      source: 'compatible',
      area: 'operation',
      direction: 'both',
      subject: 'updateChannelAccountStagingToken',
      operations: [operation('updateChannelAccountStagingToken')],
      old: undefined,
      new: at(NEW_FILE, '/paths/~1y/patch', 231),
      before: undefined,
      after:
        'PATCH /conversations/custom-channels/2026-03/{channelId}/channel-account-staging-tokens/{accountToken}',
      message: 'the operation is new',
    }),
    sampleChange({
      id: 'request-property-max-length-increased:/components/schemas/PublishMessage/properties/text',
      rule: 'request-property-max-length-increased',
      level: 'non-breaking',
      wire: 'compatible',
      source: 'none',
      direction: 'request',
      subject: 'PublishMessage.text',
      operations: ['publishMessage', 'updateMessage'].map(operation),
      old: at(OLD_FILE, '/components/schemas/PublishMessage/properties/text', 1711),
      new: at(NEW_FILE, '/components/schemas/PublishMessage/properties/text', 1745),
      before: { maxLength: 10_000, minLength: 1, type: 'string' },
      after: { maxLength: 65_536, minLength: 1, type: 'string' },
      message: 'requests may be longer: maxLength went from 10000 to 65536',
    }),
    sampleChange({
      id: 'response-header-added:getMessage/200/X-HubSpot-Correlation-Id',
      rule: 'response-header-added',
      level: 'non-breaking',
      wire: 'compatible',
      source: 'compatible',
      area: 'header',
      subject: 'getMessage 200 X-HubSpot-Correlation-Id',
      operations: [operation('getMessage')],
      old: undefined,
      new: at(NEW_FILE, '/paths/~1z/get/responses/200/headers/X', 590),
      before: undefined,
      after: {
        description: 'Names the request in support tickets.',
        schema: { format: 'uuid', type: 'string' },
      },
      message: 'the response has a header that is new',
    }),
    sampleChange({
      id: 'description-changed:archiveChannel',
      rule: 'description-changed',
      level: 'docs',
      wire: 'none',
      source: 'none',
      direction: 'both',
      area: 'operation',
      subject: 'archiveChannel',
      operations: [operation('archiveChannel')],
      old: at(OLD_FILE, '/paths/~1x/delete/description', 191),
      new: at(NEW_FILE, '/paths/~1x/delete/description', 207),
      before:
        'Archives a channel. Accounts that are connected to it stop receiving messages at once.\n\nThis cannot be undone.',
      after:
        'Archives a channel. Accounts that are connected to it stop receiving messages within a minute.\n\nThis cannot be undone through the API; write to support within 30 days.',
      message: 'the description was reworded',
    }),
    sampleChange({
      id: 'description-changed:/components/schemas/Error/properties/correlationId',
      rule: 'description-changed',
      level: 'docs',
      wire: 'none',
      source: 'none',
      subject: 'Error.correlationId',
      operations: OPERATION_IDS.slice(0, 5).map(operation),
      old: at(OLD_FILE, '/components/schemas/Error/properties/correlationId/description', 1340),
      new: at(NEW_FILE, '/components/schemas/Error/properties/correlationId/description', 1362),
      before: undefined,
      after: 'Include it when you contact support.',
      message: 'a description is new',
    }),
  ];
}

const OPERATION_IDS = [
  'archiveChannel',
  'createChannel',
  'createChannelAccount',
  'getChannel',
  'getChannelAccount',
  'getMessage',
  'listChannelAccounts',
  'listChannels',
  'publishMessage',
  'updateMessage',
];

function operation(operationId: string): TouchedOperation {
  const method = [
    ['archive', 'DELETE'],
    ['create', 'POST'],
    ['publish', 'POST'],
    ['update', 'PATCH'],
  ].find(([verb]) => operationId.startsWith(verb as string))?.[1];
  const noun = operationId.replace(/^[a-z]+/, '').toLowerCase();
  const path = `/conversations/custom-channels/2026-03/${noun}`;
  return { operationId, method: method ?? 'GET', path };
}

function at(file: string, pointer: string, line: number): SourceLocation {
  return { file, pointer, line };
}
