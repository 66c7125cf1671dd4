// The one place that compiles stb_truetype; typeface.cpp is the one that calls it.
#define STB_TRUETYPE_IMPLEMENTATION
#include <imstb_truetype.h>
