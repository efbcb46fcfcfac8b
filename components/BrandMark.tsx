/** The tag of the toolbar button, drawn beside a name that says what it is. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 128 128" width={size} height={size} aria-hidden="true">
      <rect width="128" height="128" rx="28" fill="var(--brand)" />
      <path
        d="M24 58V33a9 9 0 0 1 9-9h25a13 13 0 0 1 9.2 3.8l34 34a13 13 0 0 1 0 18.4l-21 21a13 13 0 0 1-18.4 0l-34-34A13 13 0 0 1 24 58Z"
        fill="var(--on-brand)"
      />
      <circle cx="44" cy="44" r="8" fill="var(--brand)" />
      <path
        d="M58 79h36"
        stroke="var(--brand)"
        strokeWidth="10"
        strokeLinecap="round"
        transform="rotate(-45 70 74) translate(-6 -5)"
      />
    </svg>
  );
}
