/**
 * Everything about the fake that a test can turn: one side or the other of what nobody outside
 * Zoho knows ("unknown"), limits, latency, and faults. `defaultBehaviour` is the likeliest Bigin.
 */
export interface Behaviour {
  unknowns: Unknowns;
  limits: Limits;
  /** Milliseconds that every API and accounts answer waits, in real time. */
  latencyMs: number;
  /** Search answers from a copy that is this many milliseconds (of the fake's clock) old. */
  searchLagMs: number;
}

export interface Unknowns {
  /** What `details.tags` holds after remove_tags. The documentation's own sample can be read all three ways. */
  detailsTags: 'after' | 'before' | 'removed';
  /** Whether `details.tags` holds strings or `{name,id,color_code}` objects. */
  detailsTagsShape: 'strings' | 'objects';
  /** The same for the field `Tag` of a record. */
  recordTagShape: 'objects' | 'strings';
  /** Whether a tag name in remove_tags matches without regard to case. */
  tagCase: 'exact' | 'ignored';
  /** Order and completeness of the elements that a bulk call answers. */
  elementOrder: 'as-asked' | 'shuffled';
  /** `GET /{module}?ids=`: honoured (at most 100), silently ignored, or refused. */
  idsParameter: 'honoured' | 'ignored' | 'refused';
  /** COQL `select id, Tag`: works, silently leaves `Tag` out, refuses the field `Tag`, or is refused altogether. */
  coql: 'works' | 'leaves-tag-out' | 'refuses-tag' | 'refused';
  /** Whether search takes a criterion on the field `Tag`. */
  searchByTag: 'works' | 'refused';
  /** The forms of add_tags that are taken for many records. */
  addTagsForm: 'both' | 'query' | 'body';
  /** Whether remove_tags also takes CRM v7's JSON body. */
  removeTagsBody: 'taken' | 'refused';
  /** What remove_tags without a name does. */
  removeWithoutName: 'refused' | 'removes-all';
  /** `{"count":"3"}` or `{"count":3}`. */
  countShape: 'string' | 'number';
  /** Whether 429 carries `Retry-After`, in seconds. */
  retryAfter: number | null;
  /** Whether responses carry `X-API-CREDITS-REMAINING`. */
  creditsHeader: boolean;
  /** HTTP status of a bulk answer that holds successes and failures. */
  mixedStatus: 200 | 202 | 207;
  /** HTTP status of an answer in which every record failed. */
  failedStatus: 200 | 202 | 207 | 400;
  /** An id that the module does not have: answers for itself, or refuses the whole call, which then changes nothing. */
  unknownRecord: 'element' | 'refuses-call';
  /** Whether the console lets a public (PKCE) client have an https redirect such as `https://<id>.chromiumapp.org/`. */
  publicClientHttpsRedirect: 'taken' | 'refused';
  /** Whether the token answer to a code carries a refresh token when consent was asked with access_type=offline. */
  refreshToken: 'given' | 'withheld';
  /** Whether the token answer names the scopes that were granted. */
  scopeInAnswer: 'given' | 'left-out';
}

export interface Limits {
  /** Calls of one organization that may be under way at once; one more answers 429. */
  concurrency: number;
  /** Access tokens that one refresh token yields in ten minutes. */
  tokensPerTenMinutes: number;
  /** Seconds an access token lives. */
  accessTokenSeconds: number;
  /** Credits each organization has in a rolling 24 hours. */
  creditsPerDay: number;
  /** Bytes of path and query that the gateway takes; a longer URL answers 414. */
  urlBytes: number;
  /** Most ids in one add_tags / remove_tags call; more answers 400 LIMIT_EXCEEDED. */
  idsPerCall: number;
  /** Most values after `in` of COQL (50 in CRM v2); more answers 400 LIMIT_EXCEEDED. */
  coqlInValues: number;
  /** Most tags a record may carry (add_tags answers a per-record error beyond). */
  tagsPerRecord: number;
}

export const defaultBehaviour: Behaviour = {
  unknowns: {
    detailsTags: 'after',
    detailsTagsShape: 'strings',
    recordTagShape: 'objects',
    tagCase: 'exact',
    elementOrder: 'as-asked',
    idsParameter: 'honoured',
    coql: 'works',
    searchByTag: 'works',
    addTagsForm: 'both',
    removeTagsBody: 'refused',
    removeWithoutName: 'refused',
    countShape: 'string',
    retryAfter: null,
    creditsHeader: true,
    mixedStatus: 207,
    failedStatus: 202,
    unknownRecord: 'element',
    publicClientHttpsRedirect: 'taken',
    refreshToken: 'given',
    scopeInAnswer: 'given',
  },
  limits: {
    concurrency: 10,
    tokensPerTenMinutes: 10,
    accessTokenSeconds: 3600,
    creditsPerDay: 50_000,
    urlBytes: 16_384,
    idsPerCall: 500,
    coqlInValues: 200,
    tagsPerRecord: 10,
  },
  latencyMs: 0,
  searchLagMs: 15_000,
};

/** What goes wrong, where, and how often. The first fault that matches a request is used, and `times` counts down. */
export interface Fault {
  where: {
    service?: 'api' | 'accounts' | 'web-app';
    method?: string;
    /** A regular expression on the path (without query), e.g. `remove_tags`. */
    path?: string;
  };
  /** How many matching requests it hits (default 1). */
  times?: number;
  /** How many matching requests pass unharmed first (default 0). */
  after?: number;
  what:
    /** An error in place of the answer: nothing is done, or (`isDone`) all of it, as behind a gateway that timed out. */
    | {
        kind: 'status';
        status: number;
        code: string;
        message: string;
        headers?: Record<string, string>;
        isDone?: boolean;
      }
    /**
     * The connection is cut: before the request has had any effect, after it had all of it, or midway: then a change
     * of tags has reached the first half of its records, and anything else is done.
     */
    | { kind: 'disconnect'; when: 'before' | 'midway' | 'after' }
    /** The work is done, the answer is spoilt. */
    | {
        kind: 'body';
        spoilt: 'truncated' | 'html' | 'empty' | 'no-elements' | 'missing-element' | 'duplicated-elements';
      }
    | { kind: 'delay'; ms: number }
    /** Nothing is done until the faults are cleared. */
    | { kind: 'hold' }
    /** These records answer `status:"error"` beside the others' success. */
    | { kind: 'records'; ids: string[]; code: string; message: string };
}
