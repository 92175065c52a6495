import { parse } from 'yaml';
import type { JsonObject } from '../json.ts';
import type { Random } from '../random.ts';
import { shuffle } from '../random.ts';
import { disturb } from './disturb.ts';
import type { PublishedDocument, Step } from './replay.ts';

/** What upstream means at first; the documents that it publishes say it in many ways. */
export const MEANT: JsonObject = parse(`openapi: 3.1.0
info: { title: Pets, version: '1' }
tags: [{ name: Pets, description: Animals that live with people. }]
paths:
  /owners/{ownerId}/pets:
    parameters:
      - { name: ownerId, in: path, required: true, schema: { type: string } }
    get:
      operationId: listPets
      summary: Lists the pets of an owner.
      tags: [Pets]
      parameters:
        - { name: limit, in: query, description: How many., schema: { type: integer } }
        - { name: kind, in: query, schema: { $ref: '#/components/schemas/Kind' } }
      responses:
        '200':
          description: All pets.
          content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } }
        '400': { $ref: '#/components/responses/Invalid' }
        default: { $ref: '#/components/responses/Failed' }
    post:
      operationId: createPet
      tags: [Pets]
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/PetDraft' } } }
      responses:
        '201':
          description: The pet.
          content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
        default: { $ref: '#/components/responses/Failed' }
  /pets/{petId}:
    parameters:
      - { name: petId, in: path, required: true, schema: { type: integer, format: int32 } }
    get:
      operationId: getPet
      tags: [Pets]
      responses:
        '200':
          description: The pet.
          content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
        default: { $ref: '#/components/responses/Failed' }
    delete:
      operationId: archivePet
      tags: [Pets]
      responses: { '204': { description: Archived. } }
components:
  responses:
    Invalid:
      description: The request is not valid.
      content: { application/json: { schema: { $ref: '#/components/schemas/StandardError_1' } } }
    Failed:
      description: Something went wrong.
      content: { application/json: { schema: { $ref: '#/components/schemas/StandardError' } } }
  schemas:
    Kind: { type: string, enum: [cat, dog, emu] }
    Page:
      type: object
      required: [results]
      properties:
        results: { type: array, items: { $ref: '#/components/schemas/Pet' } }
        after: { type: string, description: Where the next page starts. }
    Pet:
      type: object
      required: [id, name, home]
      properties:
        id: { type: integer, format: int32 }
        name: { type: string, example: Rex }
        kind: { $ref: '#/components/schemas/Kind' }
        home: { $ref: '#/components/schemas/Home' }
    PetDraft:
      type: object
      required: [name]
      properties:
        name: { type: string }
        kind: { $ref: '#/components/schemas/Kind' }
    Home:
      oneOf:
        - $ref: '#/components/schemas/House'
        - $ref: '#/components/schemas/Barn'
      discriminator:
        propertyName: type
        mapping: { house: '#/components/schemas/House', barn: '#/components/schemas/Barn' }
    House:
      type: object
      required: [type, street]
      properties: { type: { type: string, enum: [house] }, street: { type: string } }
    Barn:
      type: object
      required: [type, stalls]
      properties: { type: { type: string, enum: [barn] }, stalls: { type: integer } }
    StandardError:
      type: object
      required: [message]
      properties: { message: { type: string, description: What went wrong. } }
    StandardError_1:
      type: object
      required: [message, pointer]
      properties: { message: { type: string }, pointer: { type: string } }
`) as JsonObject;

/** What upstream does, in one step or several. */
type Move = 'nothing' | 'add' | 'add and take back' | 'lose for four hours' | 'break';

/** Moves of one history, in a random order: the ones that matter are few, as they are upstream. */
const MOVES: readonly Move[] = [
  ...Array<Move>(19).fill('nothing'),
  ...Array<Move>(3).fill('add'),
  ...Array<Move>(2).fill('add and take back'),
  ...Array<Move>(3).fill('lose for four hours'),
  'break',
  'break',
];

/** Hours between two documents. */
export const HOURS_APART = 4;

/** How long what breaks the wire has to stand; shorter than what a break of this history stands, and longer than a loss. */
export const SETTLE = '12h';

/** What is to come of a document, and how. */
export interface Expected {
  readonly move: Move;
  readonly outcome: Step['outcome'];
  /** Whether it means something that was pinned before. */
  readonly isReturn: boolean;
}

/** A history of documents every {@link HOURS_APART} hours, with what is to come of all but the first. */
export interface SyntheticHistory {
  readonly documents: readonly PublishedDocument[];
  readonly expected: readonly Expected[];
}

/** Makes up a history: what is meant changes rarely, and how it is said in every document. */
export function createHistory(random: Random): SyntheticHistory {
  const documents = [{ name: 'the first', text: JSON.stringify(MEANT) }];
  const expected: Expected[] = [];
  let meant = MEANT;
  let count = 0;
  const publish = (
    move: Move,
    document: JsonObject,
    outcome: Expected['outcome'],
    isReturn = false,
  ): void => {
    const name = `${documents.length} (${move})`;
    documents.push({ name, text: JSON.stringify(disturb(document, random)) });
    expected.push({ move, outcome, isReturn });
  };
  for (const move of shuffle(MOVES, random)) {
    count += 1;
    switch (move) {
      case 'nothing':
        publish(move, meant, 'unchanged');
        break;
      case 'add':
        meant = withAddition(meant, count);
        publish(move, meant, 'taken');
        break;
      case 'add and take back':
        publish(move, withAddition(meant, count), 'taken');
        publish(move, meant, 'taken', true);
        break;
      case 'lose for four hours':
        publish(move, withoutVariants(meant), 'waiting');
        publish(move, meant, 'unchanged');
        break;
      case 'break':
        meant = withBreak(meant, count);
        publish(move, meant, 'waiting');
        // What else is new meanwhile does not make it wait for longer.
        meant = withAddition(meant, count);
        publish(move, meant, 'waiting');
        publish(move, meant, 'waiting');
        publish(move, meant, 'taken');
    }
  }
  return { documents, expected };
}

type Draft = Record<string, Record<string, Record<string, Record<string, unknown>>>>;

function edit(document: JsonObject, change: (schemas: Draft) => void): JsonObject {
  const copy = structuredClone(document) as unknown as { components: { schemas: Draft } };
  change(copy.components.schemas);
  return copy as unknown as JsonObject;
}

/** The API answers with more, and takes more where it is wanted. */
function withAddition(document: JsonObject, count: number): JsonObject {
  return edit(document, ({ Pet, PetDraft }) => {
    Object.assign(Pet?.['properties'] ?? {}, { [`added${count}`]: { type: 'string' } });
    Object.assign(PetDraft?.['properties'] ?? {}, { [`wanted${count}`]: { type: 'boolean' } });
  });
}

/** Requests need what nobody sends yet. */
export function withBreak(document: JsonObject, count: number): JsonObject {
  return edit(document, ({ PetDraft }) => {
    Object.assign(PetDraft?.['properties'] ?? {}, { [`needed${count}`]: { type: 'string' } });
    const { required } = PetDraft as unknown as { required: string[] };
    required.push(`needed${count}`);
  });
}

/** A generator upstream that lost its list of variants. */
function withoutVariants(document: JsonObject): JsonObject {
  return edit(document, (schemas) => Object.assign(schemas, { Home: { type: 'object' } }));
}
