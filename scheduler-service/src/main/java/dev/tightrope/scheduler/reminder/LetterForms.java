package dev.tightrope.scheduler.reminder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The two forms of a letter: our own templates, checked against {@link LetterContent} at build time. */
@CheckedTemplate(basePath = "reminder")
final class LetterForms {
    private LetterForms() {}

    static native TemplateInstance letterText(LetterContent letter);

    static native TemplateInstance letterHtml(LetterContent letter);
}
