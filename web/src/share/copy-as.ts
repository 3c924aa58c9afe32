// Copies what somebody else wrote, field by field, as the contract describes it. Nothing else comes along.
import type { Catalogue } from 'partnercheck';

export class Misfit extends Error {
  override name = 'Misfit';
  constructor(
    readonly code: 'unknown_field' | 'missing_field' | 'wrong_value',
    /** JSON pointer of the field. */
    readonly path: string,
  ) {
    super(`${code} ${path}`);
  }
}

interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  enum?: unknown[];
  type?: string | string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
}

/** @throws Misfit at the first field that is unknown, missing or of a wrong kind. */
export function copyAs<T>(definition: 'Request' | 'Decision', value: unknown, { schema }: Catalogue, path = ''): T {
  const { definitions } = schema as { definitions: Record<string, Schema> };
  return copy({ $ref: `#/definitions/${definition}` }, value, path, definitions) as T;
}

function copy(schema: Schema, value: unknown, path: string, definitions: Record<string, Schema>): unknown {
  if (schema.$ref !== undefined) {
    const definition = definitions[schema.$ref.replace('#/definitions/', '')];
    if (definition === undefined) {
      throw new Misfit('wrong_value', path);
    }
    return copy(definition, value, path, definitions);
  }
  if (schema.anyOf !== undefined) {
    const wanted = schema.anyOf.find((each) => (each.type === 'null') === (value === null));
    return copy(wanted ?? { enum: [] }, value, path, definitions);
  }
  if (schema.enum !== undefined ? !schema.enum.includes(value) : !isOfType(schema, value)) {
    throw new Misfit('wrong_value', path);
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => copy(schema.items ?? {}, item, `${path}/${index}`, definitions));
  }
  return value !== null && typeof value === 'object' ? copyObject(schema, value, path, definitions) : value;
}

function copyObject(schema: Schema, value: object, path: string, definitions: Record<string, Schema>): object {
  const { properties = {}, additionalProperties, required = [] } = schema;
  const missing = required.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) {
    throw new Misfit('missing_field', `${path}/${missing}`);
  }
  const entries = Object.entries(value).map(([key, each]) => {
    const member = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (typeof member !== 'object' || !isName(key)) {
      throw new Misfit('unknown_field', `${path}/${key}`);
    }
    return [key, copy(member, each, `${path}/${key}`, definitions)] as const;
  });
  return Object.fromEntries(entries);
}

// Names of the contract; `__proto__` and `constructor` are none.
function isName(key: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(key) && key !== 'constructor' && key !== 'prototype';
}

function isOfType({ type, format, minimum = -Infinity, maximum = Infinity }: Schema, value: unknown): boolean {
  const types = type === undefined ? [] : [type].flat();
  return types.some((each) => {
    switch (each) {
      case 'array':
        return Array.isArray(value);
      case 'object':
        return value !== null && typeof value === 'object' && !Array.isArray(value);
      case 'null':
        return value === null;
      case 'integer':
      case 'number':
        return (
          typeof value === 'number' &&
          (each === 'number' ? Number.isFinite(value) : Number.isSafeInteger(value)) &&
          value >= minimum &&
          value <= maximum
        );
      case 'string':
        return typeof value === 'string' && (format !== 'date' || /^\d{4}-\d{2}-\d{2}$/.test(value));
      default:
        return typeof value === each;
    }
  });
}
