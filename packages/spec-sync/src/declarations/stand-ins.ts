/**
 * What emitted types use of the language's library. The real one takes longer to read than most clients.
 */
export const LIBRARY = `
interface Array<T> { readonly length: number; [index: number]: T }
interface ReadonlyArray<T> { readonly length: number; readonly [index: number]: T }
interface Blob { readonly size: number; readonly type: string }
interface Boolean { valueOf(): boolean }
interface CallableFunction extends Function {}
interface Function { readonly length: number }
interface IArguments { readonly length: number }
interface NewableFunction extends Function {}
interface Number { valueOf(): number }
interface Object { valueOf(): Object }
interface Promise<T> { readonly awaited: T }
interface RegExp { readonly source: string }
interface String { readonly length: number }
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type NonNullable<T> = T & {};
type Omit<T, K extends string | number | symbol> = { [P in Exclude<keyof T, K>]: T[P] };
type Partial<T> = { [P in keyof T]?: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Record<K extends string | number | symbol, T> = { [P in K]: T };
type Required<T> = { [P in keyof T]-?: T[P] };
`;

/**
 * What emitted clients import, as far as specs have a say in it.
 *
 * Programs choose what an `Int64` is besides a number, so that here it is something that nothing else is.
 */
export const CLIENT_RUNTIME = `
export interface ApiClientOptions<Scheme extends string = never> {
  readonly apiKeys?: { readonly [Name in Scheme]?: string };
}
export type ApiErrorGuard<Errors> = (error: unknown, operation?: keyof Errors) => boolean;
export interface ApiPromise<Data> extends Promise<Data> {}
export interface PagePromise<Page, Item> extends ApiPromise<Page> { readonly items: Item }
export interface CallOptions { readonly timeout?: number }
interface RegisteredInt64 { readonly isRegistered: true }
export type Int64 = number | RegisteredInt64;
export interface ApiDescription {}
export interface OperationSpec {}
export interface OperationTable {}
export declare function createApiClient<Operations>(
  api: ApiDescription,
  operations: OperationTable,
  options: ApiClientOptions<string>,
): Operations;
export declare const isApiError: ApiErrorGuard<unknown>;
`;
