package dev.tightrope.scheduler.reminder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The two forms of a letter: our own templates, checked against what they show at build time. */
@CheckedTemplate(basePath = "reminder")
final class LetterForms {
    private LetterForms() {}

    static native TemplateInstance letterText(LetterContent letter);

    static native TemplateInstance letterHtml(LetterContent letter);

    static native TemplateInstance digestText(DigestContent letter);

    static native TemplateInstance digestHtml(DigestContent letter);

    static native TemplateInstance weeklyText(WeeklyContent letter);

    static native TemplateInstance weeklyHtml(WeeklyContent letter);
}
