package dev.tightrope.voicemail.script;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text made comparable: case, accents, punctuation and legal suffixes of company names do not count. */
final class Wording {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LEGAL_SUFFIX = Pattern.compile(
            "( (ab|publ|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|gmbh|mbh|ag|kg|kgaa|se|ohg"
                    + "|sa|sas|sarl|sl|slu|spa|srl|bv|nv|oy|oyj|as|asa|aps|a s|s a|s l|s p a|b v|n v|and co|und co))+$");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+[\"'”’)]*(?=\\s|$)|\\R");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(^|\\s)(mr|mrs|ms|dr|prof|st|inc|ltd|co|corp|hr|fr|bzw|ca|m|mme|sr|sra|no|nr|approx|e\\.g|i\\.e|z\\.b|t\\.ex)$",
            Pattern.CASE_INSENSITIVE);

    private Wording() {}

    /** Lower case without accents. */
    static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace('’', '\'')
                .replace('‑', '-');
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    /** The words of a text, plain and separated by one space. */
    static String words(String text) {
        return NO_WORD.matcher(plain(text)).replaceAll(" ").strip();
    }

    /** A company's name as it is said: without its legal form, unless nothing else is left. */
    static String company(String name) {
        String words = words(name.replace("&", " and "));
        String said = LEGAL_SUFFIX.matcher(words).replaceAll("");
        return said.isBlank() ? words : said;
    }

    /** Whether a text names a company. */
    static boolean names(String text, String company) {
        String said = company(company);
        return !said.isEmpty() && (" " + words(text.replace("&", " and ")) + " ").contains(" " + said + " ");
    }

    /** The sentences of a text; a line end ends one, the point of a common abbreviation does not. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher end = SENTENCE_END.matcher(text);
        int from = 0;
        while (end.find()) {
            String sentence = text.substring(from, end.start());
            if (end.group().equals(".") && ABBREVIATION.matcher(sentence).find()) {
                continue;
            }
            add(sentences, sentence);
            from = end.end();
        }
        add(sentences, text.substring(from));
        return sentences;
    }

    private static void add(List<String> sentences, String sentence) {
        if (!words(sentence).isEmpty()) {
            sentences.add(sentence.strip());
        }
    }
}
