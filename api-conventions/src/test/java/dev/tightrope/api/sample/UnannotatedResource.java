package dev.tightrope.api.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Somebody forgot to say who may call this. */
@Path("/forgotten")
public class UnannotatedResource {
    @GET
    public String get() {
        return "secret";
    }
}
