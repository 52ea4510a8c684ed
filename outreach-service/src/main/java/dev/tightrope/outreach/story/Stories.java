package dev.tightrope.outreach.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Looks up success stories. */
@ApplicationScoped
public class Stories {
    private final Jdbi jdbi;
    private final StoryMapper mapper;

    Stories(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.mapper = new StoryMapper(json);
    }

    /** The story with this id. */
    public Optional<Story> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM success_story WHERE id = :id")
                .bind("id", id)
                .map(mapper)
                .findOne());
    }

    /** The story with this id, which stays as it is, its permission too, until the transaction ends. */
    public Optional<Story> keep(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM success_story WHERE id = :id FOR SHARE")
                .bind("id", id)
                .map(mapper)
                .findOne());
    }

    /** Stories whose competitor may be named at a moment, those of a language first; at most so many. */
    public List<Story> nameable(Instant moment, String language, int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM success_story WHERE story_may_be_named(id, :moment)
                        ORDER BY lower(language) <> lower(:language), lower(competitor_name), id LIMIT :most
                        """)
                .bind("moment", moment)
                .bind("language", language)
                .bind("most", atMost)
                .map(mapper)
                .list());
    }
}
