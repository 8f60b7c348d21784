// Data/geo within the program, so that a map draws wherever it is run. The bytes are read when one is asked for.
#include "CGeodata.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char admin1[] = {
#embed "../../Data/geo/admin1.topo.json"
};
static const unsigned char ceded_territory[] = {
#embed "../../Data/geo/ceded-territory.geo.json"
};
static const unsigned char countries_region[] = {
#embed "../../Data/geo/countries-region.topo.json"
};
static const unsigned char countries_world[] = {
#embed "../../Data/geo/countries-world.topo.json"
};
static const unsigned char disputed_lines[] = {
#embed "../../Data/geo/disputed-lines.topo.json"
};
static const unsigned char lakes[] = {
#embed "../../Data/geo/lakes.topo.json"
};
static const unsigned char names[] = {
#embed "../../Data/geo/names.json"
};
static const unsigned char places[] = {
#embed "../../Data/geo/places.json"
};
static const unsigned char relief[] = {
#embed "../../Data/geo/relief.jpg"
};
static const unsigned char rivers[] = {
#embed "../../Data/geo/rivers.topo.json"
};

static const struct dossier_geodata_file files[] = {
    {"admin1.topo.json", admin1, sizeof admin1},
    {"ceded-territory.geo.json", ceded_territory, sizeof ceded_territory},
    {"countries-region.topo.json", countries_region, sizeof countries_region},
    {"countries-world.topo.json", countries_world, sizeof countries_world},
    {"disputed-lines.topo.json", disputed_lines, sizeof disputed_lines},
    {"lakes.topo.json", lakes, sizeof lakes},
    {"names.json", names, sizeof names},
    {"places.json", places, sizeof places},
    {"relief.jpg", relief, sizeof relief},
    {"rivers.topo.json", rivers, sizeof rivers},
};

size_t dossier_geodata_count(void) { return sizeof files / sizeof files[0]; }

struct dossier_geodata_file dossier_geodata_at(size_t place) { return files[place]; }
