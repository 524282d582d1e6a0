/** The mark and the name, in the colours of the page. */
export function Logo() {
  return (
    <svg
      className="logo"
      viewBox="0 0 178 32"
      width="178"
      height="32"
      role="img"
      aria-label="Tokenwright"
      preserveAspectRatio="xMinYMid slice"
    >
      <rect width="32" height="32" rx="8" className="logo-mark" />
      <g className="logo-key">
        <circle cx="11" cy="16" r="5" />
        <path d="M16 16h11M22 16v5M27 16v4" />
      </g>
      <text x="42" y="23" textLength="128" lengthAdjust="spacingAndGlyphs">
        Tokenwright
      </text>
    </svg>
  )
}
