package dev.tightrope.local;

/** The frame of the launcher's few pages, and the escaping they need. */
final class Html {

    private Html() {}

    static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
                table { border-collapse: collapse; width: 100%% } td, th { text-align: left; padding: .3rem .8rem .3rem 0;
                border-bottom: 1px solid #8884; vertical-align: top }
                iframe { width: 100%%; height: 32rem; border: 1px solid #8884; background: #fff }
                pre { white-space: pre-wrap; border: 1px solid #8884; padding: 1rem }
                </style></head><body><h1>%s</h1>
                %s
                </body></html>
                """.formatted(escape(title), escape(title), body);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
