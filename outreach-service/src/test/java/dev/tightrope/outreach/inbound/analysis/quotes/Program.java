package dev.tightrope.outreach.inbound.analysis.quotes;

/** Mail programs, each passing on or answering the same message in its own way. */
enum Program {
    GMAIL {
        @Override
        String forward(Language l) {
            // Only the sender's label is in the reader's language.
            return NOTE + "\n\n---------- " + l.forwarded() + " ---------\n" + l.from() + ": " + BRACKETED + "\nDate: "
                    + l.date() + "\nSubject: " + SUBJECT + "\nTo: " + TO
                    + "\nCc: Bo Ek <bo@ours.example>, <eva@ours.example>\n\n\n"
                    + TEXT;
        }

        @Override
        String answer(Language l) {
            return NOTE + "\n\n" + l.wrote().formatted(l.date(), BRACKETED) + "\n\n" + quoted(TEXT);
        }
    },
    OUTLOOK_DESKTOP {
        @Override
        String forward(Language l) {
            return NOTE + "\n\n" + l.sentFrom() + "\n\n" + headers(l) + "\n" + TEXT;
        }

        @Override
        String answer(Language l) {
            return NOTE + "\n\n-----" + l.original() + "-----\n" + headers(l) + "\n" + TEXT;
        }

        private String headers(Language l) {
            return l.from() + ": Anna Rep [mailto:anna@ours.example] \n" + l.sent() + ": " + l.date() + "\n" + l.to()
                    + ": 'Karl Holm' <karl@nordkraft.example>\n" + l.cc()
                    + ": Bo Ek <bo@ours.example<mailto:bo@ours.example>>; eva@ours.example\n" + l.subject() + ": "
                    + SUBJECT
                    + "\n";
        }
    },
    OUTLOOK_WEB {
        @Override
        String forward(Language l) {
            return NOTE + "\n\n________________________________\n" + l.from() + ": " + BRACKETED + "\n" + l.sent()
                    + ": "
                    + l.date() + "\n" + l.to() + ": " + TO + "\n" + l.cc()
                    + ": Bo Ek <bo@ours.example>; eva@ours.example <eva@ours.example>\n" + l.subject() + ": " + SUBJECT
                    + "\n\n" + TEXT;
        }

        @Override
        String answer(Language l) {
            return forward(l);
        }
    },
    OUTLOOK_MOBILE {
        @Override
        String forward(Language l) {
            return NOTE + "\n\n" + l.sentFrom() + "\n________________________________\n*" + l.from() + ":* " + BRACKETED
                    + "\n*"
                    + l.sent() + ":* " + l.date() + "\n*" + l.to()
                    + ":* karl@nordkraft.example <karl@nordkraft.example>\n*"
                    + l.cc() + ":* Ek, Bo <bo@ours.example>; eva@ours.example <eva@ours.example>\n*" + l.subject()
                    + ":* "
                    + SUBJECT + "\n\n" + TEXT;
        }

        @Override
        String answer(Language l) {
            return forward(l);
        }
    },
    APPLE {
        @Override
        String forward(Language l) {
            return NOTE + "\n\n"
                    + quoted(l.forwarded() + ":\n\n" + l.from() + ": " + BRACKETED + "\n" + l.subject() + ": "
                            + SUBJECT + "\n" + l.sent() + ": " + l.date() + "\n" + l.to() + ": " + TO + "\n" + l.cc()
                            + ": Bo Ek <bo@ours.example>, eva@ours.example\n\n" + TEXT);
        }

        @Override
        String answer(Language l) {
            return NOTE + "\n\n" + l.sentFrom() + "\n\n"
                    + quoted(l.wrote().formatted(l.date(), BRACKETED) + "\n\n" + TEXT);
        }
    },
    THUNDERBIRD {
        @Override
        String forward(Language l) {
            return NOTE + "\n\n\n-------- " + l.forwarded() + " --------\n" + l.subject() + ": \t" + SUBJECT + "\n"
                    + l.sent()
                    + ": \t" + l.date() + "\n" + l.from() + ": \t" + BRACKETED + "\n" + l.to() + ": \t" + TO + "\n"
                    + l.cc()
                    + ": \tBo Ek <bo@ours.example>,\n eva@ours.example\n\n\n\n" + TEXT;
        }

        @Override
        String answer(Language l) {
            return l.wrote().formatted(l.date(), BRACKETED) + "\n" + quoted(TEXT) + "\n" + NOTE + "\n";
        }
    },
    YAHOO {
        @Override
        String forward(Language l) {
            return NOTE + "\n\n   ----- " + l.forwarded() + " ----- " + l.from() + ": " + BRACKETED + l.to()
                    + ": \"karl@nordkraft.example\" <karl@nordkraft.example>" + l.cc()
                    + ": Bo Ek <bo@ours.example>; \"eva@ours.example\" <eva@ours.example>" + l.sent() + ": " + l.date()
                    + " CET"
                    + l.subject() + ": " + SUBJECT + "\n " + TEXT;
        }

        @Override
        String answer(Language l) {
            return NOTE + "\n\n    " + l.wrote().formatted(l.date(), BRACKETED) + "  \n \n " + TEXT;
        }
    },
    SAMSUNG {
        @Override
        String forward(Language l) {
            return NOTE + "\n\n\n-------- " + l.original() + " --------\n" + l.from() + ": " + BRACKETED + "\n"
                    + l.sent()
                    + ": 03/11/2026  09:15  (GMT+01:00)\n" + l.to() + ": " + TO + "\n" + l.cc()
                    + ": Bo Ek <bo@ours.example>, eva@ours.example\n" + l.subject() + ": " + SUBJECT + "\n\n" + TEXT;
        }

        @Override
        String answer(Language l) {
            return forward(l);
        }
    };

    static final String SUBJECT = "Kallax: how they heat";
    static final String NOTE = "Bertil, have a look.\nIs this for us?";
    static final String TEXT =
            "Dear Karl,\n\nKallax saved a third of its heat last winter.\nNote: the figures are theirs.\n\nAnna";
    private static final String BRACKETED = "Anna Rep <anna@ours.example>";
    private static final String TO = "Karl Holm <karl@nordkraft.example>";

    /** Whether an answer repeats the header of our mail, as a forward does; otherwise it names its sender alone. */
    boolean answersWithHeaders() {
        return switch (this) {
            case OUTLOOK_DESKTOP, OUTLOOK_WEB, OUTLOOK_MOBILE, SAMSUNG -> true;
            case GMAIL, APPLE, THUNDERBIRD, YAHOO -> false;
        };
    }

    /** What the program's user sends on with a note. */
    abstract String forward(Language language);

    /** What the program's user answers, with the same note. */
    abstract String answer(Language language);

    static String quoted(String text) {
        return "> " + text.replace("\n", "\n> ").replace("\n> \n", "\n>\n");
    }
}
