"""How soon is a storm heard, and how often is one heard that is none?"""
